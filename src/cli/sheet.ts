import { COLUMNS, mapOf, remarkOf, type Engine, type Results } from '../experiment/engine.ts';
import {
  defaultExperiment,
  withModel,
  withValues,
  type Experiment,
} from '../experiment/experiment.ts';
import { MODELS } from '../models/index.ts';
import { captionOf, SEPARATOR, titleOf } from '../figure/caption.ts';
import { censusOf, together } from '../figure/census.ts';
import { colourBar, colourBarWidth } from '../figure/colour-bar.ts';
import { scaleFor } from '../figure/colour-scale.ts';
import { axes, equilibrium, frame, marginsOf, type PaneOptions } from '../figure/pane.ts';
import type { Rectangle } from '../figure/rectangle.ts';
import { textElement } from '../figure/rich-text.ts';
import { documentOf, type Markup } from '../figure/svg.ts';
import { GROUND, inkOf } from '../figure/theme.ts';
import { ellipsis, wrap } from '../figure/wrap.ts';
import { emptyPicture, fill, placeRows, themeOf } from './picture.ts';
import { FONTS, type Picture, type Raster } from './raster.ts';

/** What is measured of every model, which keeps its defaults. */
const EXPERIMENT: Experiment = withValues(
  {
    ...defaultExperiment(),
    slice: {
      x: { component: 'theta1', min: -2, max: 2 },
      y: { component: 'theta2', min: -2, max: 2 },
      hold: [0.5, 0.3, 0, 0],
    },
  },
  { time: 60 },
);

const COLUMNS_OF_MAPS = 5;

/** A map's side in em, and the smallest letters that can be read. */
const SIDE_IN_EM = 20;
const SMALLEST_EM = 9;

/** In em: around everything, between maps, above a map for its title, and for the sheet's title. */
const SPACE = { pad: 2, between: 1.3, heading: 2.4, title: 2.6, legend: 1.6 } as const;

/** Maps of all models on the same slice, with all measures. */
export interface Sheet {
  /** Of the first model, which has no parameters; its measure is the one to draw. */
  readonly experiment: Experiment;
  readonly engine: Engine;
  /** Of each map, in pixels. */
  readonly side: number;
  readonly maps: readonly Results[];
}

export async function measureSheet(
  engine: Engine,
  side: number,
  progress: (share: number) => void,
): Promise<Sheet> {
  const maps: Results[] = [];
  for (const [i, { id }] of MODELS.entries()) {
    const job = { progress: (share: number) => progress((i + share) / MODELS.length) };
    const grid = { width: side, height: side };
    maps.push(await mapOf(engine, withModel(EXPERIMENT, id), grid, job));
  }
  return { experiment: EXPERIMENT, engine, side, maps };
}

/** Draws one measure of a sheet, in one scale of colours with one legend. */
export function drawSheet({ experiment, engine, side, maps }: Sheet, raster: Raster): Picture {
  const theme = themeOf(experiment);
  const em = Math.max(SMALLEST_EM, side / SIDE_IN_EM);
  const options = { kind: 'map' as const, theme, fonts: FONTS, em };
  const scale = scaleFor(experiment, sampleOf(maps), theme);
  const census = maps
    .map((results) => censusOf(scale, results, results.length / COLUMNS))
    .reduce(together);
  const { panes, right, bottom } = placesOf(side, em);
  const { x, y } = panes[0]!;
  const legend = { x: right + SPACE.legend * em, y, height: side, em, theme, fonts: FONTS, census };
  const width = Math.ceil(legend.x + colourBarWidth(scale, side, em) + SPACE.pad * em);
  const caption = [
    captionOf(experiment).replace(titleOf(experiment), 'Models at their defaults'),
    remarkOf(engine),
  ].join(SEPARATOR);
  const lines = wrap(caption, (right - x) / em);
  const height = Math.ceil(bottom + (1.4 + 1.6 * lines.length + SPACE.pad) * em);

  const picture = emptyPicture(width, height);
  fill(picture, GROUND[theme]);
  panes.forEach((pane, i) => {
    placeRows(scale, maps[i]!, side, { x: pane.x, y: pane.y + side - 1 }, picture);
  });
  const ink = inkOf(theme);
  const line = (text: string, row: number): Markup => {
    const at = { x, y: bottom + (1.6 + 1.6 * row) * em };
    return textElement(text, { ...at, size: em, fill: ink.quiet, fonts: FONTS });
  };
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    textElement(`Every model: ${scale.measure.title}`, {
      x,
      y: (SPACE.pad + 1.1) * em,
      size: 1.5 * em,
      fill: ink.text,
      fonts: FONTS,
      bold: true,
    }),
    ...panes.flatMap((pane, i) => cell(MODELS[i]!.title, pane, options)),
    colourBar(scale, legend),
    ...lines.map(line),
  ]);
  raster.draw(svg, picture);
  return picture;
}

/** Where the maps go, and where they end. */
function placesOf(side: number, em: number) {
  const margins = marginsOf(EXPERIMENT.slice, side, em);
  const panes = MODELS.map((_, i): Rectangle => {
    const [column, row] = [i % COLUMNS_OF_MAPS, Math.floor(i / COLUMNS_OF_MAPS)];
    const above = (SPACE.pad + SPACE.title + SPACE.heading) * em;
    return {
      x: Math.round(
        SPACE.pad * em + margins.left + column * (side + margins.left + SPACE.between * em),
      ),
      y: Math.round(above + row * (side + margins.bottom + SPACE.heading * em)),
      width: side,
      height: side,
    };
  });
  return {
    panes,
    right: Math.max(...panes.map(({ x }) => x + side)),
    bottom: Math.max(...panes.map(({ y }) => y + side)) + margins.bottom,
  };
}

/** Everything of a map but its pixels. */
function cell(title: string, pane: Rectangle, options: PaneOptions): readonly Markup[] {
  const { theme, fonts, em } = options;
  return [
    textElement(ellipsis(title, pane.width / em, true), {
      x: pane.x,
      y: pane.y - 0.8 * em,
      size: em,
      fill: inkOf(theme).text,
      fonts,
      bold: true,
    }),
    frame(pane, options),
    ...axes(EXPERIMENT.slice, pane, options),
    ...equilibrium(EXPERIMENT.slice, pane, options),
  ];
}

/** Every sixteenth start of all maps: the scale's range needs no more. */
function sampleOf(maps: readonly Results[]): Float64Array {
  const every = 16;
  const rows = maps.flatMap((results) =>
    Array.from({ length: Math.floor(results.length / COLUMNS / every) }, (_, i) => [
      ...results.subarray(COLUMNS * every * i, COLUMNS * (every * i + 1)),
    ]),
  );
  return Float64Array.from(rows.flat());
}
