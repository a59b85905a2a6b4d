import { planeFromTarget } from '../experiment/equilibrium/target.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { PhasePortrait } from '../experiment/theory/phase-plane.ts';
import { captionOf, SEPARATOR, titleOf } from './text/caption.ts';
import { axes, curves, frame, marginsOf, type Curve } from './pane.ts';
import { overlays } from './overlays/index.ts';
import { portraitMarks } from './overlays/phase-portrait.ts';
import type { Rectangle } from './rectangle.ts';
import { textElement } from './text/rich-text.ts';
import { englishOf } from '../models/message.ts';
import type { Translate } from './text/translate.ts';
import { seriesPlot } from './plot/series.ts';
import type { TrajectoryPlot } from './plot/trajectory-plot.ts';
import { documentOf, element, type Markup } from './svg.ts';
import { inkOf, type Fonts, type Theme } from './colour/theme.ts';
import { ellipsis, wrap } from './text/wrap.ts';

export interface TrajectoriesSpec {
  readonly experiment: Experiment;
  /** The trajectories in the slice's plane. */
  readonly curves: readonly Curve[];
  /** Marked below them. */
  readonly portrait?: PhasePortrait;
  /** What is plotted over time, from the top. */
  readonly plots: readonly TrajectoryPlot[];
  readonly theme: Theme;
  /** No background. */
  readonly transparent?: boolean;
  readonly fonts: Fonts;
  /** In which language; by default in English. */
  readonly translate?: Translate;
  readonly remarks: readonly string[];
  /** What the file carries beside the picture. */
  readonly metadata: string;
}

/** Points of a printed figure in a CSS pixel. */
export const POINTS_IN_PIXEL = 0.75;

/** Pixels; a vector figure is scaled by who sets it. */
const EM = 13;
const PANE = 420;
const PLOT = 460;
const PAD = 1.8 * EM;
const LINE = 1.6;

/** A figure of trajectories: the trajectories in the plane, beside it quantities over time, a caption. */
export function trajectoriesFigure(spec: TrajectoriesSpec): string {
  const { experiment, plots, theme, fonts, translate = englishOf } = spec;
  const { slice } = experiment;
  const ink = inkOf(theme);
  const margins = marginsOf(slice, PANE, EM);
  const pane: Rectangle = { x: PAD + margins.left, y: PAD + 4.4 * EM, width: PANE, height: PANE };
  const left = pane.x + PANE + margins.right + 2 * EM;
  const width = Math.ceil(left + PLOT + PAD / 2);
  const caption = wrap(
    [captionOf(experiment, translate), ...spec.remarks].join(SEPARATOR),
    (width - pane.x - PAD) / EM,
  );
  const bottom = pane.y + PANE + margins.bottom;
  const baseline = (line: number): number => bottom + (1.6 + LINE * line) * EM;
  const height = Math.ceil(baseline(caption.length - 1) + PAD);
  const fromTarget = planeFromTarget(experiment, slice);
  const options = { kind: 'flow', theme, fonts, em: EM, fromTarget } as const;
  const text = { size: EM, fonts };
  // The last plot's times stand in line with the pane's ticks.
  const room = PANE + 1.8 * EM + 2 * EM;
  const each = room / plots.length;
  return documentOf({ x: 0, y: 0, width, height }, {}, [
    element('metadata', {}, [spec.metadata]),
    ...(spec.transparent ? [] : [element('rect', { width, height, fill: ink.background })]),
    textElement(ellipsis(titleOf(experiment, translate), (width - pane.x) / (1.4 * EM), true), {
      x: pane.x,
      y: PAD + 1.05 * EM,
      size: 1.4 * EM,
      fill: ink.text,
      fonts,
      bold: true,
    }),
    frame(pane, options),
    ...axes(slice, pane, options),
    ...overlays(slice, pane, options),
    ...portraitMarks(spec.portrait ?? {}, slice, pane, { ...options, translate }),
    ...curves(slice, pane, spec.curves, options),
    ...plots.map((plot, i) => plotAt(spec, plot, left, pane.y - 2 * EM + i * each, each)),
    ...caption.map((line, i) =>
      textElement(line, { ...text, x: pane.x, y: baseline(i), fill: ink.quiet }),
    ),
  ]);
}

function plotAt(
  { theme, fonts }: TrajectoriesSpec,
  plot: TrajectoryPlot,
  x: number,
  y: number,
  height: number,
): Markup {
  const markup = seriesPlot({ ...plot, width: PLOT, height: height - EM, theme, fonts, em: EM });
  return element('g', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, [{ markup }]);
}
