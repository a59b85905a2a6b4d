import type { Trajectory } from '../../experiment/engine.ts';
import { numberOf, textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { DIFFERENCE, QUANTITIES, type Part, type Quantity } from '../../experiment/quantities.ts';
import { trajectoryDistance, seriesOf } from '../../experiment/trajectory-series.ts';
import { seriesPlot, type SeriesLine } from '../../figure/plot/series.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { TrajectoryPlot } from '../../figure/trajectories-figure.ts';
import { byId, element, setSvg } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { Store } from '../state/store.ts';
import { t, translate } from '../messages/messages.ts';
import { quantityText } from '../../experiment/texts.ts';

/** A probe's trajectory, ready to be drawn. */
export interface ProbeTrajectory {
  readonly trajectory: Trajectory;
  /** The same one in float64, where another engine drew the first. */
  readonly reference: Trajectory | undefined;
  readonly colour: string;
  readonly active: boolean;
}

/** Two plots over time of whatever is chosen for them. */
export interface SeriesView {
  draw(experiment: Experiment, trajectories: readonly ProbeTrajectory[], theme: Theme): void;
  destroy(): void;
}

export function seriesView(store: Store, onResize: () => void): SeriesView {
  const plots = [1, 2].map((number) => plotOf(byId(`series-${number}`), number, store));
  const observer = new ResizeObserver(onResize);
  plots.forEach(({ root }) => observer.observe(root));
  return {
    destroy() {
      observer.disconnect();
      for (const { root } of plots) root.replaceChildren();
    },
    draw(experiment, trajectories, theme) {
      for (const plot of plots) plot.draw(experiment, trajectories, theme);
    },
  };
}

function plotOf(root: HTMLElement, number: number, store: Store) {
  const [plotName, logName] = [`plot${number}`, `log${number}`];
  const choice = element(
    'select',
    { 'aria-label': t('probes.plotShows', { number }) },
    ...QUANTITIES.map((quantity) =>
      element(
        'option',
        { value: quantity.id, title: translate(quantityText(quantity)) },
        quantity.symbol,
      ),
    ),
  );
  const log = element(
    'button',
    { type: 'button', class: 'quiet log', title: t('probes.logTitle') },
    t('probes.log'),
  );
  const plot = element('div', { class: 'plot' });
  root.append(element('div', { class: 'choice' }, choice, log), plot);
  choice.addEventListener('change', () => {
    const { scale } = quantityOf(choice.value);
    const changes = { [plotName]: choice.value, [logName]: scale === 'logarithmic' };
    store.update(withValues(store.experiment, changes));
  });
  log.addEventListener('click', () => {
    const { values } = store.experiment;
    store.update(withValues(store.experiment, { [logName]: values[logName] !== true }));
  });
  let drawn: readonly unknown[] = [];

  return {
    root,
    draw(experiment: Experiment, trajectories: readonly ProbeTrajectory[], theme: Theme) {
      const quantity = quantityOf(textOf(experiment, plotName));
      const logarithmic = isLogarithmic(experiment, number);
      choice.value = quantity.id;
      choice.title = translate(quantityText(quantity));
      log.disabled = quantity.scale === 'signed';
      log.setAttribute('aria-pressed', String(logarithmic));
      root.hidden = trajectories.length === 0;
      const { clientWidth: width, clientHeight: height } = plot;
      if (root.hidden || width < 80 || height < 60) return;
      const inputs = [
        quantity,
        logarithmic,
        showsAverage(experiment),
        numberOf(experiment, 'eps'),
        theme,
      ];
      const state = [
        ...inputs,
        width,
        height,
        ...trajectories.flatMap((trajectory) => Object.values(trajectory)),
      ];
      if (state.length === drawn.length && state.every((value, i) => value === drawn[i])) return;
      drawn = state;
      const em = 0.92 * figureEm();
      const size = { width, height, theme, fonts: FONTS, em };
      setSvg(
        plot,
        seriesPlot({
          ...trajectoryPlot(experiment, number, trajectories),
          ...size,
          untitled: true,
        }),
      );
    },
  };
}

/** What the first or second plot shows of trajectories, of which there is at least one. */
export function trajectoryPlot(
  experiment: Experiment,
  number: number,
  trajectories: readonly ProbeTrajectory[],
): TrajectoryPlot {
  const quantity = quantityOf(textOf(experiment, `plot${number}`));
  const { times, kind } = trajectories[0]!.trajectory;
  return {
    times,
    kind,
    lines: linesOf(quantity, showsAverage(experiment), trajectories),
    scale: isLogarithmic(experiment, number) ? 'logarithmic' : 'linear',
    title: t('probes.overTime', { quantity: translate(quantityText(quantity)) }),
    level: LENGTHS.has(quantity.id) ? numberOf(experiment, 'eps') : undefined,
  };
}

function isLogarithmic(experiment: Experiment, number: number): boolean {
  const { scale } = quantityOf(textOf(experiment, `plot${number}`));
  return scale !== 'signed' && experiment.values[`log${number}`] === true;
}

function showsAverage(experiment: Experiment): boolean {
  return textOf(experiment, 'measure') === 'ema';
}

/** Quantities that ε is a level of. */
const LENGTHS = new Set(['length', 'ema']);

function linesOf(
  quantity: Quantity,
  average: boolean,
  trajectories: readonly ProbeTrajectory[],
): readonly SeriesLine[] {
  // Where the map shows the average, it is beside what it averages.
  const parts: readonly Part[] =
    average && quantity.id === 'length'
      ? [...quantity.parts, ...quantityOf('ema').parts]
      : quantity.parts;
  // The active one is drawn last, above the others.
  const ordered = [...trajectories].toSorted((a, b) => Number(a.active) - Number(b.active));
  return ordered.flatMap(({ trajectory, reference, colour, active }): SeriesLine[] => {
    if (quantity.id === DIFFERENCE) {
      return reference ? [{ values: trajectoryDistance(trajectory, reference), colour }] : [];
    }
    const named = active && parts.length > 1;
    const lines = parts.map((part, i) => ({
      values: seriesOf(trajectory, part),
      colour,
      ...(named && { name: part.symbol }),
      ...(i > 0 && { style: 'dashed' as const }),
    }));
    if (!reference || !active) return lines;
    const bands = parts.map((part, i) => ({
      values: seriesOf(reference, part),
      colour,
      style: 'band' as const,
      ...(i === 0 && { name: 'float64' }),
    }));
    return [...bands, ...lines];
  });
}

function quantityOf(id: string): Quantity {
  return QUANTITIES.find((quantity) => quantity.id === id)!;
}
