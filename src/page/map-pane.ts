import { MEASURES } from '../measures/index.ts';
import { OUTCOMES } from '../measures/outcome.ts';
import {
  indexOf,
  numberOf,
  textOf,
  type Experiment,
  type Slice,
} from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import { componentSymbol } from '../figure/axes.ts';
import { censusOf, type Census } from '../figure/census.ts';
import { colourBarSvg } from '../figure/colour-bar.ts';
import type { ColourScale } from '../figure/colour-scale.ts';
import { formatNumber } from '../figure/number.ts';
import { placeInPane } from '../figure/pane.ts';
import type { Rectangle } from '../figure/rectangle.ts';
import { element as markupElement, type Markup } from '../figure/svg.ts';
import type { Theme } from '../figure/theme.ts';
import { setSvg, setText } from './dom.ts';
import { figureEm, FONTS } from './fonts.ts';
import { mapInWords } from './map-words.ts';
import type { PaneFrame } from './pane-frame.ts';
import { startAt } from './slices.ts';
import { slimLegend } from './slim-legend.ts';
import type { Store } from './store.ts';
import type { MapPicture } from './views.ts';

export interface MapPane {
  /** Draws everything around the pixels anew. */
  draw(theme: Theme): void;
  showScale(scale: ColourScale): void;
  showProgress(share: number): void;
  /** Results of the present experiment that are shown, if there are any yet. */
  readonly picture: MapPicture | undefined;
  /** Results of the present experiment, or undefined while there are none. */
  showResults(picture: MapPicture | undefined): void;
}

export function mapPane(frame: PaneFrame, store: Store): MapPane {
  const find = (selector: string) => frame.root.querySelector<HTMLElement>(selector)!;
  const [what, reading, legend, progress, words] = [
    '.what',
    '.reading',
    '.legend',
    '.progress',
    '.words',
  ].map(find);
  let theme: Theme = 'dark';
  let scale: ColourScale | undefined;
  let picture: MapPicture | undefined;
  let census: Census | undefined;
  let shownPercent = -1;

  const drawLegend = () => {
    if (!scale || frame.box.width === 0) return;
    setText(words!, mapInWords(store.experiment, scale, census));
    const em = figureEm();
    if (getComputedStyle(legend!).getPropertyValue('--slim').trim() !== '') {
      legend!.replaceChildren(slimLegend(scale, census));
    } else {
      const { height } = frame.box;
      setSvg(legend!, colourBarSvg(scale, { height, em, theme, fonts: FONTS, census }));
    }
  };
  const count = () => {
    census = undefined;
    if (!scale || !picture) return;
    const { width, height } = picture.grid;
    census = censusOf(scale, picture.results, width * height);
  };
  const drawMarks = () => {
    const { slice, starts } = store.experiment;
    frame.drawMarks(
      starts.map((start) => {
        const [x, y] = [start[indexOf(slice.x.component)]!, start[indexOf(slice.y.component)]!];
        return startMark(slice, frame.box, x, y);
      }),
    );
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
    const { x, y } = store.experiment.slice;
    const at = `${componentSymbol(x.component)} = ${coordinate(point.xValue)}, ${componentSymbol(y.component)} = ${coordinate(point.yValue)}`;
    const value = picture && scale ? valueAt(picture, scale, point.x, point.y) : undefined;
    setText(reading!, value === undefined ? at : `${at}: ${value}`);
  });
  frame.square.addEventListener('pointerleave', () => setText(reading!, ''));
  frame.square.addEventListener('click', (event) => {
    const point = pointOf(event);
    if (!point) return;
    const { experiment } = store;
    const first = startAt(experiment.slice, rounded(point.xValue), rounded(point.yValue));
    store.update({ ...experiment, starts: [first, ...experiment.starts.slice(1)] });
  });

  return {
    get picture() {
      return picture;
    },
    draw(next) {
      theme = next;
      setText(what!, whatOf(store.experiment));
      frame.drawAxes(store.experiment.slice, theme);
      drawMarks();
      drawLegend();
    },
    showScale(next) {
      scale = next;
      count();
      drawLegend();
    },
    showProgress(share) {
      // Whole per cents: each change makes the browser draw the page.
      const percent = share >= 1 ? 100 : Math.min(99, Math.floor(100 * share));
      if (percent === shownPercent) return;
      shownPercent = percent;
      progress!.classList.toggle('done', percent === 100);
      progress!.style.setProperty('--share', String(percent / 100));
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
  return `${measure.title}, T = ${formatNumber(numberOf(experiment, 'time'))}`;
}

/** The value of the start nearest to a point, given as fractions from the lower left. */
function valueAt({ grid, results }: MapPicture, scale: ColourScale, x: number, y: number): string {
  const value = results[nearest(grid, x, y) * MEASURES.length + scale.column]!;
  if (scale.transform === 'labels') return OUTCOMES[value]!;
  if (Number.isNaN(value)) return 'diverged';
  if (value === Infinity) return scale.measure.id === 'settle' ? 'never' : 'diverged';
  const unit = scale.measure.unit === '' ? '' : ` ${scale.measure.unit}`;
  return formatNumber(Number(value.toPrecision(3))) + unit;
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}

/** A dot of the size that a trace begins with. */
function startMark(slice: Slice, pane: Rectangle, x: number, y: number): Markup {
  const [cx, cy] = placeInPane(slice, pane, x, y);
  const em = figureEm();
  return markupElement('circle', {
    cx,
    cy,
    r: 0.36 * em,
    fill: '#ffffff',
    stroke: '#000000',
    'stroke-opacity': 0.7,
    'stroke-width': 0.14 * em,
  });
}

function coordinate(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

/** A click is no finer than a pixel: three digits keep the link short. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
