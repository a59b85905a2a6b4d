import type { Trace } from '../experiment/engine.ts';
import { numberOf, textOf, type Experiment } from '../experiment/experiment.ts';
import { lengthOfTheta, seriesPlot, traceColumn, type SeriesLine } from '../figure/series.ts';
import type { Theme } from '../figure/theme.ts';
import { byId, setSvg } from './dom.ts';
import { figureEm, FONTS } from './fonts.ts';

const COLOURS: Readonly<Record<Theme, { first: string; second: string; rest: string }>> = {
  dark: { first: '#5aa6f5', second: '#f0b25a', rest: '#5b6675' },
  light: { first: '#1f6fc9', second: '#a8600a', rest: '#aab2be' },
};

/** Two plots over time: |θ| of all traces, and both components of the first one. */
export interface SeriesView {
  draw(experiment: Experiment, traces: readonly Trace[], theme: Theme): void;
}

export function seriesView(onResize: () => void): SeriesView {
  const plots = ['series-distance', 'series-components'].map((id) => byId(id));
  const observer = new ResizeObserver(onResize);
  plots.forEach((plot) => observer.observe(plot));

  const put = (
    plot: HTMLElement,
    spec: Pick<Parameters<typeof seriesPlot>[0], 'times' | 'lines' | 'scale' | 'title' | 'level'>,
    theme: Theme,
  ) => {
    const { clientWidth: width, clientHeight: height } = plot;
    if (width < 80 || height < 60) return;
    const em = 0.92 * figureEm();
    setSvg(plot, seriesPlot({ ...spec, width, height, theme, fonts: FONTS, em }));
  };

  return {
    draw(experiment, traces, theme) {
      const [first] = traces;
      plots.forEach((plot) => (plot.hidden = first === undefined));
      if (!first) return;
      const colours = COLOURS[theme];
      const { times } = first;
      const others = traces.slice(1).map((trace) => ({
        values: lengthOfTheta(trace),
        colour: colours.rest,
      }));
      const lines: SeriesLine[] = [
        ...others,
        { values: lengthOfTheta(first), colour: colours.first },
        ...(textOf(experiment, 'measure') === 'ema'
          ? [{ values: lengthOfAverage(first), colour: colours.second, name: 'EMA' }]
          : []),
      ];
      const level = numberOf(experiment, 'eps');
      const [distance, components] = plots as [HTMLElement, HTMLElement];
      put(distance, { times, lines, scale: 'logarithmic', title: '|θ|', level }, theme);
      const parts: SeriesLine[] = [
        { values: traceColumn(first, 'theta1'), colour: colours.first, name: 'θ₁' },
        { values: traceColumn(first, 'theta2'), colour: colours.second, name: 'θ₂' },
      ];
      put(components, { times, lines: parts, scale: 'linear', title: 'θ' }, theme);
    },
  };
}

function lengthOfAverage(trace: Trace): Float64Array {
  const [x, y] = [traceColumn(trace, 'emaTheta1'), traceColumn(trace, 'emaTheta2')];
  return x.map((value, i) => Math.hypot(value, y[i]!));
}
