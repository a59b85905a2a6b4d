import type { Plane } from '../../experiment/experiment.ts';
import {
  THEORY_LINES,
  type ShownTheory,
  type TheoryEvidence,
  type TheoryKind,
  type TheoryLine,
} from '../../experiment/theory/theory-line.ts';
import { englishOf, fill } from '../../models/message.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import { formatFraction } from '../legend/label-counts.ts';
import { clipLine } from '../plot/clip.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, pathOf, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import { hatching } from './hatching.ts';

/** In em: the width of a line, and the dashes that tell kinds apart without colour. */
const STYLES: Readonly<Record<TheoryKind, { readonly width: number; readonly dash?: string }>> = {
  stability: { width: 0.14 },
  critical: { width: 0.12, dash: '0.6 0.35' },
  resonance: { width: 0.09, dash: '0.12 0.3' },
  rate: { width: 0.06 },
};

/** In em: the size of labels, and the side of the smallest pane that has them. */
const LABEL = 0.86;
const ROOM = 14;

/** A number of pixels, as a path's points are. */
type Points = readonly number[];

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
  const taken: Rectangle[] = [];
  const drawn = lines.map((line) => ({
    ...line,
    pieces: line.lines
      .map((points) => points.flatMap(([x, y]) => placeInPane(plane, pane, x, y)))
      .map((points) => clipLine(points, pane))
      .filter((points) => points.length > 2),
  }));
  const paths = drawn.flatMap(({ kind, pieces }) => {
    const { width, dash } = STYLES[kind];
    const dashes = dash
      ?.split(' ')
      .map((part) => (Number(part) * em).toFixed(2))
      .join(' ');
    return pieces.map((points) =>
      element('g', dashes === undefined ? {} : { 'stroke-dasharray': dashes }, [
        outlined(pathOf([...points]), inkOf(theme).text, width * em, theme),
      ]),
    );
  });
  const hatched = evidence ? hatching(evidence, pane, options) : [];
  const points = evidence ? fastestPoints(evidence, plane, pane) : [];
  const marks = points.map(({ mark, at }) =>
    outlined(MARKS[mark](...at, 0.45 * em), inkOf(theme).text, 0.13 * em, theme),
  );
  if (Math.min(pane.width, pane.height) < ROOM * em) return [...hatched, ...paths, ...marks];
  const labels = drawn.flatMap(({ label, pieces }) => {
    const longest = pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
    return longest ? labelOn(longest, label, pane, taken, options) : [];
  });
  const remarks = evidence
    ? [
        ...(evidence.share > 0 ? againstLabel(evidence, pane, taken, options) : []),
        ...points.flatMap(({ mark, at: [x, y] }) => {
          const beside = [-1.4, 1.4, -2.9, 2.9].map((below) => [x, y + below * em] as const);
          return labelAt(beside, MARK_LABELS[mark], pane, taken, options);
        }),
      ]
    : [];
  return [...hatched, ...paths, ...labels, ...marks, ...remarks];
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
  taken: Rectangle[],
  options: PaneOptions,
): readonly Markup[] {
  const points = Array.from(cells).flatMap((cell, i) =>
    cell === 1
      ? [
          pane.x + (((i % side) + 0.5) / side) * pane.width,
          pane.y + pane.height - ((Math.floor(i / side) + 0.5) / side) * pane.height,
        ]
      : [],
  );
  const label = fill(THEORY_LINES.against, { share: formatFraction(share, 1) });
  return labelOn(points, label, pane, taken, options);
}

/** The label beside the middle of a line, or elsewhere along it where others have no room for it. */
function labelOn(
  points: Points,
  label: TheoryLine['label'],
  pane: Rectangle,
  taken: Rectangle[],
  options: PaneOptions,
): readonly Markup[] {
  const last = points.length / 2 - 1;
  const places = [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => {
    const i = Math.round(share * last);
    return [points[2 * i]!, points[2 * i + 1]!] as const;
  });
  return labelAt(places, label, pane, taken, options);
}

/** A label at the first of these places that no other label has taken. */
function labelAt(
  places: readonly (readonly [number, number])[],
  label: TheoryLine['label'],
  pane: Rectangle,
  taken: Rectangle[],
  { em, theme, fonts, translate = englishOf }: PaneOptions,
): readonly Markup[] {
  const text = translate(label);
  const size = LABEL * em;
  const width = widthOf(text) * size + 0.6 * em;
  const height = 1.3 * em;
  const inside = (value: number, least: number, most: number) =>
    Math.min(Math.max(value, least), Math.max(least, most));
  const boxes = places.map(([x, y]): Rectangle => ({
    x: inside(x - width / 2, pane.x + 0.4 * em, pane.x + pane.width - width - 0.4 * em),
    y: inside(y - height / 2, pane.y + 0.4 * em, pane.y + pane.height - height - 0.4 * em),
    width,
    height,
  }));
  const box = boxes.find((one) => !taken.some((other) => overlap(one, other))) ?? boxes[0]!;
  taken.push(box);
  const { text: ink, background } = inkOf(theme);
  return [
    element('rect', { ...box, rx: 0.25 * em, fill: background, 'fill-opacity': 0.75 }),
    textElement(text, { x: box.x + 0.3 * em, y: box.y + 0.95 * em, size, fonts, fill: ink }),
  ];
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function lengthOf(points: Points): number {
  let length = 0;
  for (let i = 2; i < points.length; i += 2) {
    length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
  }
  return length;
}
