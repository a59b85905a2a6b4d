import { MEASURES } from '../../measures/index.ts';
import {
  indexOf,
  numberOf,
  textOf,
  type Axis,
  type Experiment,
  type Slice,
} from '../../experiment/experiment.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';
import type { Grid } from '../../experiment/grid.ts';
import { countLabels, type LabelCounts } from '../../figure/legend/label-counts.ts';
import { colourBarSvg } from '../../figure/legend/colour-bar.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { curves, type Curve } from '../../figure/pane.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { setSvg, setText } from '../ui/dom.ts';
import { figureEm, FONTS } from '../share/fonts.ts';
import { mapDescription } from './map-description.ts';
import type { PaneFrame } from './pane-frame.ts';
import { slimLegend } from './slim-legend.ts';
import type { Store } from '../app/store.ts';
import { valueText } from '../../figure/text/value-text.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t, translate } from '../messages/messages.ts';
import { measureText } from '../../experiment/texts.ts';

export interface MapPane {
  /** Draws everything around the pixels again. */
  draw(theme: Theme): void;
  showTrajectories(trajectories: readonly Curve[]): void;
  showScale(scale: ColourScale): void;
  showProgress(fraction: number): void;
  /** Results of the present experiment that are shown, if there are any yet. */
  readonly picture: MapPicture | undefined;
  /** Results of the present experiment, or undefined while there are none. */
  showResults(picture: MapPicture | undefined): void;
}

export function mapPane(frame: PaneFrame, store: Store): MapPane {
  const find = (selector: string) => frame.root.querySelector<HTMLElement>(selector)!;
  const [what, reading, legend, progress, description] = [
    '.what',
    '.reading',
    '.legend',
    '.progress',
    '.words',
  ].map(find);
  let theme: Theme = 'dark';
  let scale: ColourScale | undefined;
  let picture: MapPicture | undefined;
  let labelCounts: LabelCounts | undefined;
  let shownPercent = -1;
  let trajectories: readonly Curve[] = [];

  const drawLegend = () => {
    if (!scale || frame.box.width === 0) return;
    setText(description!, mapDescription(store.experiment, scale, labelCounts));
    const em = figureEm();
    if (getComputedStyle(legend!).getPropertyValue('--slim').trim() !== '') {
      legend!.replaceChildren(slimLegend(scale, labelCounts));
    } else {
      const { height } = frame.box;
      setSvg(
        legend!,
        colourBarSvg(scale, { height, em, theme, fonts: FONTS, labelCounts, translate }),
      );
    }
  };
  const count = () => {
    labelCounts = undefined;
    if (!scale || !picture) return;
    const { width, height } = picture.grid;
    labelCounts = countLabels(scale, picture.results, width * height);
  };
  const drawTrajectories = () => {
    const options = { kind: 'map', theme, fonts: FONTS, em: figureEm() } as const;
    frame.drawMarks(curves(store.experiment.slice, frame.box, trajectories, options));
  };

  const pointOf = (event: PointerEvent) => {
    const { slice } = store.experiment;
    const box = frame.square.getBoundingClientRect();
    const [x, y] = [
      (event.clientX - box.left) / box.width,
      (box.bottom - event.clientY) / box.height,
    ];
    if (x < 0 || x > 1 || y < 0 || y > 1) return undefined;
    return {
      x,
      y,
      xValue: slice.x.min + x * (slice.x.max - slice.x.min),
      yValue: slice.y.min + y * (slice.y.max - slice.y.min),
    };
  };
  frame.square.addEventListener('pointermove', (event) => {
    const point = pointOf(event);
    if (!point) return;
    const at = stateText(store.experiment.slice, point.xValue, point.yValue);
    const value = picture && scale ? mapValueText(picture, scale, point.x, point.y) : undefined;
    setText(reading!, value === undefined ? at : `${at}: ${value}`);
  });
  frame.square.addEventListener('pointerleave', () => setText(reading!, ''));
  return {
    get picture() {
      return picture;
    },
    draw(next) {
      theme = next;
      setText(what!, whatOf(store.experiment));
      frame.drawAxes(store.experiment.slice, theme);
      drawTrajectories();
      drawLegend();
    },
    showTrajectories(next) {
      trajectories = next;
      drawTrajectories();
    },
    showScale(next) {
      scale = next;
      count();
      drawLegend();
    },
    showProgress(fraction) {
      // Whole per cents: each change makes the browser draw the page.
      const percent = fraction >= 1 ? 100 : Math.min(99, Math.floor(100 * fraction));
      if (percent === shownPercent) return;
      shownPercent = percent;
      progress!.classList.toggle('done', percent === 100);
      progress!.style.setProperty('--fraction', String(percent / 100));
      progress!.setAttribute('aria-valuenow', String(percent));
    },
    showResults(next) {
      picture = next;
      if (!next) return;
      count();
      drawLegend();
    },
  };
}

function whatOf(experiment: Experiment): string {
  const measure = MEASURES.find(({ id }) => id === textOf(experiment, 'measure'))!;
  return t('panes.mapOf', {
    measure: translate(measureText(measure, 'title')),
    time: formatNumber(numberOf(experiment, 'time')),
  });
}

/** The value of the start nearest to a point, given as fractions from the lower left. */
export function mapValueText(
  { grid, results }: MapPicture,
  scale: ColourScale,
  x: number,
  y: number,
): string {
  const value = results[nearest(grid, x, y) * MEASURES.length + scale.column]!;
  return valueText(scale.measure, value, { translate });
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}

/** The start under the pointer: φ = (0.5, 0.3), θ = (1.23, −0.40). */
export function stateText({ x, y, hold }: Slice, xValue: number, yValue: number): string {
  const text = (component: Component): string => {
    if (component === x.component) return coordinate(x, xValue);
    if (component === y.component) return coordinate(y, yValue);
    return formatNumber(hold[indexOf(component)]!);
  };
  const [phi1, phi2, theta1, theta2] = COMPONENTS.map(text);
  return `φ = (${phi1}, ${phi2}), θ = (${theta1}, ${theta2})`;
}

/** As finely as a pane has pixels. */
function coordinate({ min, max }: Axis, value: number): string {
  const decimals = Math.max(0, 1 - Math.floor(Math.log10((max - min) / 20)));
  return value.toFixed(decimals).replace('-', '−');
}
