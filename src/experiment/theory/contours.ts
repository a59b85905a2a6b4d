/** Where a property of the points of a square changes: marching squares, refined by bisection: pure. */

/** A point of the unit square. */
export type Point = readonly [x: number, y: number];

/** Halvings of an edge: 2^-24 of a cell is below what any picture shows. */
const HALVINGS = 24;

/** Corners of a cell in turn, and the edges from each to the next. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * The lines along which `holds` changes on the unit square.
 * @param holds undefined where it cannot be known: no line goes there
 * @param columns, rows of cells that are looked at; what is narrower may be missed
 * @param kindAt what a point of a line is; undefined where it does not count
 * @returns the lines of each kind
 */
export function contoursOf<Kind extends string>(
  holds: (x: number, y: number) => boolean | undefined,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  kindAt: (x: number, y: number) => Kind | undefined,
): ReadonlyMap<Kind, readonly (readonly Point[])[]> {
  const nodes = new Map<string, boolean | undefined>();
  const at = (i: number, j: number): boolean | undefined => {
    const key = `${i} ${j}`;
    if (!nodes.has(key)) nodes.set(key, holds(i / columns, j / rows));
    return nodes.get(key);
  };
  const crossings = new Map<string, { readonly point: Point; readonly kind: Kind | undefined }>();
  const crossingOf = (a: Point, b: Point) => {
    const [first, second] = [a.join(' '), b.join(' ')].toSorted();
    const key = `${first}|${second}`;
    let found = crossings.get(key);
    if (!found) {
      const point = bisected(holds, scaled(a), scaled(b));
      found = { point, kind: kindAt(...point) };
      crossings.set(key, found);
    }
    return { key, ...found };
  };
  const scaled = ([i, j]: Point): Point => [i / columns, j / rows];
  const segments = new Map<Kind, [string, string][]>();
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const corners = CORNERS.map(([right, up]): Point => [i + right, j + up]);
      const values = corners.map(([x, y]) => at(x, y));
      if (values.includes(undefined)) continue;
      const edges = corners.flatMap((corner, k) =>
        values[k] === values[(k + 1) % 4] ? [] : [crossingOf(corner, corners[(k + 1) % 4]!)],
      );
      if (edges.length === 0) continue;
      // Of two lines through a cell the centre tells which corners belong together.
      const centre = edges.length === 4 && holds((i + 0.5) / columns, (j + 0.5) / rows);
      const turned =
        edges.length === 4 && centre === values[0] ? [...edges.slice(1), edges[0]!] : edges;
      for (let k = 0; k + 1 < turned.length; k += 2) {
        const [one, other] = [turned[k]!, turned[k + 1]!];
        if (one.kind === undefined || other.kind === undefined) continue;
        const list = segments.get(one.kind) ?? [];
        segments.set(one.kind, [...list, [one.key, other.key]]);
      }
    }
  }
  return new Map(
    [...segments].map(([kind, list]) => [
      kind,
      chains(list).map((keys) => keys.map((key) => crossings.get(key)!.point)),
    ]),
  );
}

/** The point between two others where `holds` changes. */
function bisected(holds: (x: number, y: number) => boolean | undefined, a: Point, b: Point): Point {
  const before = holds(...a);
  let [low, high] = [0, 1];
  const at = (share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (holds(...at(middle)) === before) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

/** Segments by the names of their ends, joined to lines. */
function chains(segments: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>();
  for (const [a, b] of segments) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const lines: string[][] = [];
  const take = (from: string): string | undefined => {
    const next = neighbours.get(from)?.shift();
    const back = next === undefined ? undefined : neighbours.get(next);
    back?.splice(back.indexOf(from), 1);
    return next;
  };
  const follow = (start: string) => {
    const line = [start];
    for (let next = take(start); next !== undefined; next = take(next)) line.push(next);
    if (line.length > 1) lines.push(line);
  };
  // Lines with ends first; what is left are rings.
  for (const [key, list] of neighbours) if (list.length === 1) follow(key);
  for (const key of neighbours.keys()) follow(key);
  return lines;
}
