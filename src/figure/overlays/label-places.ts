/** Where labels stand in a pane: beside each other, and over as little of the lines as may be. */
import type { Rectangle } from '../rectangle.ts';

/** Pixels, as a path's points are: x, y, x, y, … */
export type Points = ArrayLike<number>;

export interface LabelPlaces {
  /** Nothing is written over it. */
  reserve(box: Rectangle): void;
  /**
   * The place of a label beside or on a line; undefined where others have all of them.
   * @param line one of those that were given
   */
  along(line: Points, size: LabelSize): Rectangle | undefined;
  /** The free place around one of these middles that covers least; of equal ones the first. */
  at(middles: readonly Middle[], size: LabelSize): Rectangle | undefined;
}

export type Middle = readonly [x: number, y: number];

interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** How far along a line its label is tried, from the middle on. */
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** In em: between a line and a label beside it, from the pane's edge, and between looks at a line. */
const GAP = 0.4;
const EDGE = 0.4;
const LOOK = 0.4;

/** A line that is so many times as long as its label is still seen beneath it. */
const LONG = 3;

/** A label on its own line is nearer to it than one beside it: by so many looks at another line. */
const BESIDE = 1.5;

/** @param lines all that are drawn */
export function labelPlaces(pane: Rectangle, lines: readonly Points[], em: number): LabelPlaces {
  const looks = new Map(lines.map((line) => [line, looksAlong(line, LOOK * em)]));
  const taken: Rectangle[] = [];
  const boxAt = ([x, y]: Middle, { width, height }: LabelSize): Rectangle => ({
    x: clamp(x - width / 2, pane.x + EDGE * em, pane.x + pane.width - width - EDGE * em),
    y: clamp(y - height / 2, pane.y + EDGE * em, pane.y + pane.height - height - EDGE * em),
    width,
    height,
  });
  const isFree = (box: Rectangle) => !taken.some((other) => overlap(box, other));
  /** How much of the lines a box covers. */
  const covered = (box: Rectangle, size: LabelSize, own?: Points) => {
    let sum = 0;
    for (const [line, points] of looks) {
      const isSeen = line === own && LOOK * em * points.length > LONG * size.width;
      if (!isSeen) sum += points.filter((point) => contains(box, point)).length;
    }
    return sum;
  };
  /** Takes the cheapest of the free boxes. */
  const take = (tried: readonly { readonly box: Rectangle; readonly cost: number }[]) => {
    const [best] = tried.filter(({ box }) => isFree(box)).toSorted((a, b) => a.cost - b.cost);
    if (best) taken.push(best.box);
    return best?.box;
  };
  return {
    reserve: (box) => void taken.push(box),
    at: (middles, size) =>
      take(
        middles.map((middle) => {
          const box = boxAt(middle, size);
          return { box, cost: covered(box, size) };
        }),
      ),
    along(line, size) {
      const points = looks.get(line) ?? [];
      if (points.length === 0) return undefined;
      const tried = SHARES.flatMap((share) => {
        const point = points[Math.round(share * (points.length - 1))]!;
        return [point, ...around(point, size, GAP * em)].map((middle, i) => {
          const box = boxAt(middle, size);
          return { box, cost: covered(box, size, line) + (i > 0 ? BESIDE : 0) };
        });
      });
      return take(tried);
    },
  };
}

/** The middles of labels left and right of a point, above and below it. */
export function around(
  [x, y]: Middle,
  { width, height }: LabelSize,
  gap: number,
): readonly Middle[] {
  const [aside, above] = [width / 2 + gap, height / 2 + gap];
  return [
    [x - aside, y],
    [x + aside, y],
    [x, y - above],
    [x, y + above],
  ];
}

/** Points at equal distances along a line. */
function looksAlong(line: Points, distance: number): readonly Middle[] {
  const result: Middle[] = [];
  let left = 0;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x0, y0, x1, y1] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    const length = Math.hypot(x1 - x0, y1 - y0);
    // Where a line is interrupted there is nothing to look at.
    if (!Number.isFinite(length)) continue;
    for (; left < length; left += distance) {
      result.push([x0 + ((x1 - x0) * left) / length, y0 + ((y1 - y0) * left) / length]);
    }
    left -= length;
  }
  return result;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

function contains({ x, y, width, height }: Rectangle, [px, py]: Middle) {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
