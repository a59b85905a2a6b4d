/** Theory over a diagram: equilibria and circles, and where the local theory changes. */
import type { CurveStability, DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import type { PlaneAxis } from '../../experiment/experiment.ts';
import { fractionOn } from '../../experiment/plane.ts';
import type { TheoryKind } from '../../experiment/theory/theory-line.ts';
import { englishOf, type Message } from '../../models/message.ts';
import { inkOf } from '../colour/theme.ts';
import { outlined, type PaneOptions } from '../pane-geometry.ts';
import { clipLine } from '../plot/clip.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, pathOf, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';

/** In em. */
const WIDTH = 0.13;
const THIN = 0.07;
const LABEL = 0.86;

/** In em: solid where it is stable, dashed where it is not, dotted where the first order does not tell. */
const DASHES: Readonly<Record<CurveStability, string | undefined>> = {
  stable: undefined,
  neutral: '0.12 0.34',
  unstable: '0.6 0.4',
};

const LINE_DASHES: Readonly<Record<TheoryKind, string | undefined>> = {
  stability: undefined,
  critical: '0.6 0.35',
  resonance: '0.12 0.3',
  rate: undefined,
};

/** @param range of the values upwards */
export function diagramCurves(
  { curves, bifurcations }: DiagramTheory,
  axis: PlaneAxis,
  [low, high]: readonly [number, number],
  pane: Rectangle,
  options: PaneOptions,
): readonly Markup[] {
  const { em, theme } = options;
  const ink = inkOf(theme).text;
  const place = ([x, y]: readonly [number, number]) => [
    pane.x + fractionOn(axis, x) * pane.width,
    pane.y + pane.height * (1 - (y - low) / (high - low)),
  ];
  const dashed = (dashes: string | undefined, line: Markup): Markup =>
    element(
      'g',
      dashes === undefined
        ? {}
        : {
            'stroke-dasharray': dashes
              .split(' ')
              .map((part) => (Number(part) * em).toFixed(2))
              .join(' '),
          },
      [line],
    );
  const labels = labelling(pane, options);
  const upright = bifurcations.flatMap(({ kind, label, lines }) =>
    lines.flatMap((points) => {
      const [[x] = [0]] = points;
      const at = place([x, low])[0]!;
      if (at < pane.x || at > pane.x + pane.width) return [];
      const data = `M${at} ${pane.y}V${pane.y + pane.height}`;
      labels.put(label, [at, pane.y + 1.1 * em]);
      return dashed(LINE_DASHES[kind], outlined(data, ink, THIN * em, theme));
    }),
  );
  const drawn = curves.flatMap(({ stability, label, lines }) =>
    lines.flatMap((line) => {
      const points = clipLine(line.flatMap(place), pane);
      if (points.length < 4) return [];
      labels.once(label, points.filter(Number.isFinite));
      return dashed(DASHES[stability], outlined(pathOf([...points]), ink, WIDTH * em, theme));
    }),
  );
  return [...upright, ...drawn, ...labels.markup];
}

/** Labels with a ground of their own, none over another. */
function labelling(pane: Rectangle, { em, theme, fonts, translate = englishOf }: PaneOptions) {
  const markup: Markup[] = [];
  const taken: Rectangle[] = [];
  const seen = new Set<string>();
  const put = (label: Message, [x, y]: readonly [number, number]) => {
    const text = translate(label);
    const width = (LABEL * widthOf(text) + 0.6) * em;
    const left = Math.min(
      Math.max(x - width / 2, pane.x + 0.3 * em),
      pane.x + pane.width - width - 0.3 * em,
    );
    let top = Math.min(Math.max(y - 0.65 * em, pane.y + 0.3 * em), pane.y + pane.height - 1.6 * em);
    const boxAt = () => ({ x: left, y: top, width, height: 1.3 * em });
    while (taken.some((other) => overlap(boxAt(), other)) && top < pane.y + pane.height - 3 * em) {
      top += 1.4 * em;
    }
    const box = boxAt();
    taken.push(box);
    const { text: ink, background } = inkOf(theme);
    markup.push(
      element('rect', { ...box, rx: 0.25 * em, fill: background, 'fill-opacity': 0.75 }),
      textElement(text, {
        x: box.x + 0.3 * em,
        y: box.y + 0.95 * em,
        size: LABEL * em,
        fonts,
        fill: ink,
      }),
    );
  };
  return {
    markup,
    put,
    /** On the first line of this name, three quarters along it. */
    once(label: Message, points: readonly number[]) {
      if (seen.has(label.id)) return;
      seen.add(label.id);
      const i = 2 * Math.floor((0.75 * points.length) / 2);
      put(label, [points[i] ?? points[0]!, points[i + 1] ?? points[1]!]);
    },
  };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
