import { indexOf, type Plane, type Slice } from '../../experiment/experiment.ts';
import { isSlice } from '../../experiment/plane.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import { clipLine } from '../plot/clip.ts';
import type { Rectangle } from '../rectangle.ts';
import { pathOf, type Markup } from '../svg.ts';
import { widthOf } from '../text/rich-text.ts';
import { plate } from './plate.ts';

/** Points of a branch of a hyperbola; a line needs two. */
const POINTS = 200;

const LABEL = 'L = 0';

/**
 * Where a map's starts have L = φ₁θ₂ − φ₂θ₁ = 0: there paths stay on a line through 0, and basins meet.
 * Of the few pixels whose centres lie on it some hit L = 0 in float and some do not, so that they
 * would be dots; this is the line. Nothing where all starts or none have it.
 */
export function zeroAngularMomentum(
  slice: Slice,
  pane: Rectangle,
  { kind, theme, fonts, em }: PaneOptions,
): readonly Markup[] {
  if (kind === 'flow') return [];
  const curves = curvesOf(slice, pane);
  if (curves.length === 0) return [];
  const { text } = inkOf(theme);
  const lines = curves.map((points) => outlined(pathOf(points), text, 0.09 * em, theme));
  if (Math.min(pane.width, pane.height) < ROOM.least * em) return lines;
  const [x, y] = labelPlace(curves[0]!, pane, em);
  return [...lines, ...plate(LABEL, x, y, { theme, fonts, em })];
}

/**
 * What a caption says of the line's label; nothing where there is no line on the map.
 * @param plane the map's, from the target
 */
export function angularMomentumText(plane: Plane): readonly string[] {
  if (!isSlice(plane)) return [];
  const pane = { x: 0, y: 0, width: 1, height: 1 };
  const isSeen = curvesOf(plane, pane).length > 0;
  return isSeen ? ['L = φ₁θ₂ − φ₂θ₁'] : [];
}

/** The lines inside a pane, as coordinates x, y, x, y … */
function curvesOf(slice: Slice, pane: Rectangle): readonly (readonly number[])[] {
  return branchesOf(slice)
    .map((branch) => branch.flatMap(([x, y]) => placeInPane(slice, pane, x, y)))
    .map((points) => clipLine(points, pane))
    .filter((points) => points.length > 0);
}

type Point = readonly [x: number, y: number];

/** L is a + b x + c y + d x y on a plane: its zeros are a line, two that cross, or a hyperbola. */
function branchesOf({ x, y, hold }: Slice): readonly (readonly Point[])[] {
  const at = (xValue: number, yValue: number) => {
    const s = [...hold];
    s[indexOf(x.component)] = xValue;
    s[indexOf(y.component)] = yValue;
    return s[0]! * s[3]! - s[1]! * s[2]!;
  };
  const a = at(0, 0);
  const [b, c] = [at(1, 0) - a, at(0, 1) - a];
  const d = at(1, 1) - a - b - c;
  const upright = (place: number): readonly Point[] => [
    [place, y.min],
    [place, y.max],
  ];
  const across = (from: number, to: number, points: number): readonly Point[] =>
    Array.from({ length: points }, (_, i) => {
      const place = from + ((to - from) * i) / (points - 1);
      return [place, -(a + b * place) / (c + d * place)];
    });
  if (d === 0) {
    if (c !== 0) return [across(x.min, x.max, 2)];
    return b === 0 ? [] : [upright(-a / b)];
  }
  const pole = -c / d;
  // No branches, but their asymptotes.
  if (a * d === b * c)
    return [
      upright(pole),
      [
        [x.min, -b / d],
        [x.max, -b / d],
      ],
    ];
  return [
    ...(x.min < pole ? [across(x.min, Math.min(pole, x.max), POINTS)] : []),
    ...(x.max > pole ? [across(Math.max(pole, x.min), x.max, POINTS)] : []),
  ];
}

/**
 * In em: the label's distance from the line's upper end and from the pane's edges, and the side of the
 * smallest pane that has one.
 */
const ROOM = { along: 2.4, edge: 0.6, least: 9 } as const;

/** Beside the line's upper end, inside the pane. */
function labelPlace(points: readonly number[], pane: Rectangle, em: number): Point {
  const ends: readonly Point[] = [
    [points[0]!, points[1]!],
    [points.at(-2)!, points.at(-1)!],
  ];
  const [upper, lower] = ends.toSorted((p, q) => p[1] - q[1]) as [Point, Point];
  const length = Math.hypot(lower[0] - upper[0], lower[1] - upper[1]) || 1;
  const along = (ROOM.along * em) / length;
  const right = pane.x + pane.width - (widthOf(LABEL) + ROOM.edge) * em;
  return [
    Math.min(
      right,
      Math.max(pane.x + ROOM.edge * em, upper[0] + along * (lower[0] - upper[0]) + 0.7 * em),
    ),
    Math.max(pane.y + 1.4 * em, upper[1] + along * (lower[1] - upper[1]) + 0.3 * em),
  ];
}
