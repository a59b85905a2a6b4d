/** A phase plane's vector field, nullclines and separatrices, as vector marks. */
import type { Plane, Slice } from '../../experiment/experiment.ts';
import { isSlice } from '../../experiment/plane.ts';
import type { FieldVector, PhasePlane, SlicePoint } from '../../experiment/theory/phase-plane.ts';
import { declareMessages, fill } from '../../models/message.ts';
import { componentSymbol } from '../axes.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import { clipLine } from '../plot/clip.ts';
import type { Rectangle } from '../rectangle.ts';
import type { Markup } from '../svg.ts';
import { labelPlaces } from './label-places.ts';
import { drawnLine, hasLabels, labelOnLine, type LineStyle } from './labelled-lines.ts';

export const PHASE_PLANE_MESSAGES = declareMessages('phasePlane', {
  nullcline: '{component}′ = 0',
  stable: 'stable manifold',
  unstable: 'unstable manifold',
});

const NULLCLINES: readonly LineStyle[] = [
  { width: 0.11, dash: [0.7, 0.35] },
  { width: 0.11, dash: [0.12, 0.3] },
];
const MANIFOLDS: Readonly<Record<'stable' | 'unstable', LineStyle>> = {
  stable: { width: 0.14 },
  unstable: { width: 0.14, dash: [1.1, 0.35, 0.12, 0.35] },
};

/** In em: the longest arrow, the sides of its head, and its line. */
const ARROW = { length: 1.3, head: 0.3, width: 0.07 };

/** The arrows of the quickest tenth have the whole length. */
const QUICK = 0.9;

/** What is drawn of a phase plane; nothing on a plane of parameters. */
export function phasePlaneMarks(
  { vectors, nullclines, separatrices }: PhasePlane,
  plane: Plane,
  pane: Rectangle,
  options: PaneOptions,
): readonly Markup[] {
  if (!isSlice(plane)) return [];
  const piecesOf = (lines: readonly (readonly SlicePoint[])[]) =>
    lines
      .map((line) => line.flatMap(([x, y]) => placeInPane(plane, pane, x, y)))
      .map((points) => clipLine(points, pane))
      .filter((points) => points.length > 2);
  const drawn = [
    ...nullclines.map(({ component, lines }, i) => ({
      style: NULLCLINES[i]!,
      label: fill(PHASE_PLANE_MESSAGES.nullcline, { component: componentSymbol(component) }),
      pieces: piecesOf(lines),
    })),
    ...(['stable', 'unstable'] as const).map((kind) => ({
      style: MANIFOLDS[kind],
      label: PHASE_PLANE_MESSAGES[kind],
      pieces: piecesOf(separatrices.flatMap((one) => (one.kind === kind ? [one.line] : []))),
    })),
  ];
  const pieces = drawn.flatMap((line) => line.pieces);
  const places = labelPlaces(pane, pieces, options.em);
  return [
    ...arrows(vectors, plane, pane, options),
    ...drawn.flatMap((line) => line.pieces.map((points) => drawnLine(points, line.style, options))),
    ...(hasLabels(pane, options.em)
      ? drawn.flatMap((line) => labelOnLine(line.label, line.pieces, places, options))
      : []),
  ];
}

/** One faint path of all arrows, each around its point, as long as its field is quick up to a bound. */
function arrows(
  vectors: readonly FieldVector[],
  plane: Slice,
  pane: Rectangle,
  { em, theme }: PaneOptions,
): readonly Markup[] {
  const [across, upwards] = [
    pane.width / (plane.x.max - plane.x.min),
    pane.height / (plane.y.max - plane.y.min),
  ];
  const drawn = vectors.map(({ at, rate: [x, y] }) => {
    const [dx, dy] = [x * across, -y * upwards];
    return { at, dx, dy, size: Math.hypot(dx, dy) };
  });
  const sizes = drawn.map(({ size }) => size).toSorted((a, b) => a - b);
  const quick = sizes[Math.floor(QUICK * sizes.length)] ?? 0;
  if (quick === 0) return [];
  // On a small pane they stay apart.
  const room = Math.min(pane.width, pane.height) / Math.sqrt(drawn.length);
  const longest = Math.min(ARROW.length * em, room);
  const path = drawn.map(({ at, dx, dy, size }) => {
    // Of the square root also slow places have a direction that is seen.
    const length = longest * Math.sqrt(Math.min(1, size / quick));
    if (length < ARROW.width * em) return '';
    const [x, y] = placeInPane(plane, pane, ...at);
    const [ux, uy] = [dx / size, dy / size];
    const [tipX, tipY] = [x + (ux * length) / 2, y + (uy * length) / 2];
    const head = Math.min(ARROW.head * em, length / 2);
    const side = (turn: number) =>
      `${(tipX - head * (ux + turn * 0.5 * uy)).toFixed(2)} ${(tipY - head * (uy - turn * 0.5 * ux)).toFixed(2)}`;
    const tip = `${tipX.toFixed(2)} ${tipY.toFixed(2)}`;
    const tail = `${(x - (ux * length) / 2).toFixed(2)} ${(y - (uy * length) / 2).toFixed(2)}`;
    return `M${tail}L${tip}M${side(1)}L${tip}L${side(-1)}`;
  });
  return [outlined(path.join(''), inkOf(theme).quiet, ARROW.width * em, theme, true)];
}
