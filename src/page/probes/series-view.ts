import { numberOf, textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import { QUANTITIES } from '../../experiment/quantities.ts';
import { seriesPlot } from '../../figure/plot/series.ts';
import {
  isLogarithmic,
  quantityOf,
  showsAverage,
  trajectoryPlot,
  type PlottedTrajectory,
} from '../../figure/plot/trajectory-plot.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { byId, element, setSvg } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { Store } from '../state/store.ts';
import { t, translate } from '../messages/messages.ts';
import { quantityText } from '../../experiment/texts.ts';

/** Two plots over time of whatever is chosen for them. */
export interface SeriesView {
  draw(experiment: Experiment, trajectories: readonly PlottedTrajectory[], theme: Theme): void;
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
    draw(experiment: Experiment, trajectories: readonly PlottedTrajectory[], theme: Theme) {
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
          ...trajectoryPlot(experiment, number, trajectories, translate),
          ...size,
          untitled: true,
        }),
      );
    },
  };
}
