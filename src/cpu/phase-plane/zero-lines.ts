/** Lines along which a function on the unit square is 0: marching squares, each crossing refined. */

/** A point of the unit square. */
export type UnitPoint = readonly [x: number, y: number];

type OnSquare = (x: number, y: number) => number;

/** Cells along each side of the square: lines nearer to each other than two of them are not parted. */
export const CELLS = 96;
const NODES = CELLS + 1;

/** Halvings of a cell's edge: lines are exact to 1e-11 of the square. */
const HALVINGS = 30;

/** Where a line ends within the square is followed to this; `counts` looks no nearer. */
const END = 1e-6;

/**
 * @param nodes the function, or one of the same signs, at the corners of all cells, row by row from the lowest
 * @param counts whether a change of sign is a line: at a jump or a pole it is none
 */
export function zeroLines(
  value: OnSquare,
  nodes: Float64Array,
  counts: (x: number, y: number) => boolean,
): readonly (readonly UnitPoint[])[] {
  const crossings = crossingsOf(value, nodes, counts);
  const links = linksOf(value, nodes, crossings);
  return chains(links).map((keys) => {
    const line = keys.map((key) => crossings.get(key)!);
    if (keys.length > 2 && keys[0] === keys.at(-1)) return line;
    const ended = withEnd(line, value, counts);
    return withEnd(ended.toReversed(), value, counts).toReversed();
  });
}

/** Edges of cells by number: those to the right of a node, then those above one. */
const rightOf = (i: number, j: number) => j * NODES + i;
const above = (i: number, j: number) => NODES * NODES + j * NODES + i;

function crossingsOf(
  value: OnSquare,
  nodes: Float64Array,
  counts: (x: number, y: number) => boolean,
): ReadonlyMap<number, UnitPoint> {
  const crossings = new Map<number, UnitPoint>();
  const look = (key: number, i: number, j: number, dx: number, dy: number) => {
    const [here, there] = [nodes[j * NODES + i]!, nodes[(j + dy) * NODES + i + dx]!];
    if (here >= 0 === there >= 0 || !Number.isFinite(here + there)) return;
    const point = between(value, [i / CELLS, j / CELLS], [(i + dx) / CELLS, (j + dy) / CELLS]);
    if (point && counts(...point)) crossings.set(key, point);
  };
  for (let j = 0; j < NODES; j++) {
    for (let i = 0; i < NODES; i++) {
      if (i < CELLS) look(rightOf(i, j), i, j, 1, 0);
      if (j < CELLS) look(above(i, j), i, j, 0, 1);
    }
  }
  return crossings;
}

/** Where the sign changes between two points; undefined where it is the same at both. */
function between(value: OnSquare, a: UnitPoint, b: UnitPoint): UnitPoint | undefined {
  const isPositive = value(...a) >= 0;
  if (value(...b) >= 0 === isPositive) return undefined;
  let [low, high] = [0, 1];
  const at = (share: number): UnitPoint => [
    a[0] + share * (b[0] - a[0]),
    a[1] + share * (b[1] - a[1]),
  ];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (value(...at(middle)) >= 0 === isPositive) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

/** Which crossings are neighbours: those of one cell. */
function linksOf(
  value: OnSquare,
  nodes: Float64Array,
  crossings: ReadonlyMap<number, UnitPoint>,
): ReadonlyMap<number, number[]> {
  const links = new Map<number, number[]>();
  const link = (a: number, b: number) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!crossings.has(one) || !crossings.has(other)) continue;
      links.set(one, [...(links.get(one) ?? []), other]);
    }
  };
  const changes = (a: number, b: number) => nodes[a]! >= 0 !== nodes[b]! >= 0;
  for (let j = 0; j < CELLS; j++) {
    for (let i = 0; i < CELLS; i++) {
      const node = j * NODES + i;
      const [right, up, both] = [node + 1, node + NODES, node + NODES + 1];
      const edges = [
        ...(changes(node, right) ? [rightOf(i, j)] : []),
        ...(changes(right, both) ? [above(i + 1, j)] : []),
        ...(changes(up, both) ? [rightOf(i, j + 1)] : []),
        ...(changes(node, up) ? [above(i, j)] : []),
      ];
      if (edges.length === 2) link(edges[0]!, edges[1]!);
      if (edges.length !== 4) continue;
      // Of two lines through a cell the centre tells which corners belong together.
      const isJoined = value((i + 0.5) / CELLS, (j + 0.5) / CELLS) >= 0 === nodes[node]! >= 0;
      const [bottom, side, top, left] = edges as [number, number, number, number];
      link(bottom, isJoined ? side : left);
      link(top, isJoined ? left : side);
    }
  }
  return links;
}

/** Neighbours joined to lines: those with ends first, what is left are rings, closed by their first point. */
function chains(links: ReadonlyMap<number, readonly number[]>): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const follow = (start: number): number[] => {
    const chain = [start];
    seen.add(start);
    for (let here: number | undefined = start; here !== undefined;) {
      here = links.get(here)!.find((key) => !seen.has(key));
      if (here === undefined) break;
      seen.add(here);
      chain.push(here);
    }
    return chain;
  };
  const open = Array.from(links.keys()).filter((key) => links.get(key)!.length === 1);
  const lines = open.flatMap((key) => (seen.has(key) ? [] : [follow(key)]));
  const rings = Array.from(links.keys()).flatMap((key) => {
    if (seen.has(key)) return [];
    return [[...follow(key), key]];
  });
  return [...lines, ...rings];
}

/** A line followed beyond its last crossing to where it ends, at the square's edge at most. */
function withEnd(
  line: readonly UnitPoint[],
  value: OnSquare,
  counts: (x: number, y: number) => boolean,
): readonly UnitPoint[] {
  const points = [...line];
  let step = 0.5 / CELLS;
  // A jump ends a line within a cell or two.
  for (let tries = 0; tries < 100 && step > END; tries++) {
    const [[fromX, fromY], [x, y]] = [points.at(-2)!, points.at(-1)!];
    const length = Math.hypot(x - fromX, y - fromY);
    const [dx, dy] = [((x - fromX) / length) * step, ((y - fromY) / length) * step];
    const isInside = x + dx >= 0 && x + dx <= 1 && y + dy >= 0 && y + dy <= 1;
    const next =
      length > 0 && isInside
        ? between(value, [x + dx - dy, y + dy + dx], [x + dx + dy, y + dy - dx])
        : undefined;
    if (next && counts(...next)) points.push(next);
    else step /= 2;
  }
  return points;
}
