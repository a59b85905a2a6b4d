import type { Plane } from '../../experiment/experiment.ts';
import {
  THEORY_LINES,
  type ShownTheory,
  type TheoryEvidence,
  type TheoryKind,
  type TheoryLine,
} from '../../experiment/theory/theory-line.ts';
import { fill } from '../../models/message.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import { formatFraction } from '../legend/label-counts.ts';
import { clipLine } from '../plot/clip.ts';
import type { Rectangle } from '../rectangle.ts';
import type { Markup } from '../svg.ts';
import { hatching } from './hatching.ts';
import { around, labelPlaces, type LabelPlaces } from './label-places.ts';
import { drawnLine, hasLabels, labelled, labelOnLine, type LineStyle } from './labelled-lines.ts';

const STYLES: Readonly<Record<TheoryKind, LineStyle>> = {
  stability: { width: 0.14 },
  critical: { width: 0.12, dash: [0.6, 0.35] },
  resonance: { width: 0.09, dash: [0.12, 0.3] },
  rate: { width: 0.06 },
};

/**
 * Theory over a map of parameters: its lines, each with its label on its longest piece, hatching where
 * measurement disagrees, and where the equilibrium is approached fastest.
 */
export function theoryLines(
  { lines, evidence }: ShownTheory,
  plane: Plane,
  pane: Rectangle,
  options: PaneOptions,
): readonly Markup[] {
  const { em, theme } = options;
  const drawn = lines.map((line) => ({
    ...line,
    pieces: line.lines
      .map((points) => points.flatMap(([x, y]) => placeInPane(plane, pane, x, y)))
      .map((points) => clipLine(points, pane))
      .filter((points) => points.length > 2),
  }));
  const paths = drawn.flatMap(({ kind, pieces }) =>
    pieces.map((points) => drawnLine(points, STYLES[kind], options)),
  );
  const hatched = evidence ? hatching(evidence, pane, options) : [];
  const points = evidence ? fastestPoints(evidence, plane, pane) : [];
  const marks = points.map(({ mark, at }) =>
    outlined(MARKS[mark](...at, 0.45 * em), inkOf(theme).text, 0.13 * em, theme),
  );
  if (!hasLabels(pane, em)) return [...hatched, ...paths, ...marks];
  const places = labelPlaces(
    pane,
    drawn.flatMap(({ pieces }) => pieces),
    em,
  );
  for (const { at } of points) places.reserve(aroundMark(at, em));
  const labels = drawn.flatMap(({ label, pieces }) => labelOnLine(label, pieces, places, options));
  const remarks = evidence
    ? [
        ...points.flatMap(({ mark, at }) =>
          labelled(
            MARK_LABELS[mark],
            options,
          )((size) => places.at(around(at, size, 0.7 * em), size)),
        ),
        ...(evidence.share > 0 ? againstLabel(evidence, pane, places, options) : []),
      ]
    : [];
  return [...hatched, ...paths, ...labels, ...marks, ...remarks];
}

/** What a mark covers. */
function aroundMark([x, y]: readonly [number, number], em: number): Rectangle {
  const side = 1.2 * em;
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

type Mark = keyof TheoryEvidence['fastest'];

/** A diamond by theory, a cross as measured. */
const MARKS: Readonly<Record<Mark, (x: number, y: number, r: number) => string>> = {
  local: (x, y, r) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z`,
  measured: (x, y, r) => `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`,
};

const MARK_LABELS: Readonly<Record<Mark, TheoryLine['label']>> = {
  local: THEORY_LINES.fastestLocal,
  measured: THEORY_LINES.fastestMeasured,
};

function fastestPoints({ fastest }: TheoryEvidence, plane: Plane, pane: Rectangle) {
  return (['local', 'measured'] as const).flatMap((mark) => {
    const point = fastest[mark];
    return point ? [{ mark, at: placeInPane(plane, pane, ...point) }] : [];
  });
}

/** On the hatching what it means, and its share of the plane. */
function againstLabel(
  { side, cells, share }: TheoryEvidence,
  pane: Rectangle,
  places: LabelPlaces,
  options: PaneOptions,
): readonly Markup[] {
  const middles = Array.from(cells).flatMap((cell, i) =>
    cell === 1
      ? [
          [
            pane.x + (((i % side) + 0.5) / side) * pane.width,
            pane.y + pane.height - ((Math.floor(i / side) + 0.5) / side) * pane.height,
          ] as const,
        ]
      : [],
  );
  const tried = [0.5, 0.35, 0.65, 0.2, 0.8].map(
    (part) => middles[Math.round(part * (middles.length - 1))]!,
  );
  const label = fill(THEORY_LINES.against, { share: formatFraction(share, 1) });
  const gap = 0.4 * options.em;
  // Hatching is never left without its meaning: where there is no room at it, at the pane's edge.
  return labelled(
    label,
    options,
  )(
    (size) =>
      places.at(
        tried.flatMap((middle) => [middle, ...around(middle, size, gap)]),
        size,
      ) ?? places.at(edgesOf(pane), size),
  );
}

/** Corners of a pane and the middles of its sides. */
function edgesOf({ x, y, width, height }: Rectangle): readonly (readonly [number, number])[] {
  return [0, 0.5, 1].flatMap((up) =>
    [0, 0.5, 1].map((right) => [x + right * width, y + up * height] as const),
  );
}
