import { COLUMNS, mapOf, type Engine, type Results } from '../experiment/engine.ts';
import {
  defaultExperiment,
  withModel,
  withValues,
  type Experiment,
} from '../experiment/experiment.ts';
import type { Grid } from '../experiment/grid.ts';
import { MODELS } from '../models/index.ts';
import { captionOf, SEPARATOR, titleOf } from '../figure/caption.ts';
import { censusOf, together } from '../figure/census.ts';
import { colourBar, colourBarWidth } from '../figure/colour-bar.ts';
import { scaleFor } from '../figure/colour-scale.ts';
import { axes, equilibrium, frame, marginsOf, type Square } from '../figure/pane.ts';
import { textElement } from '../figure/rich-text.ts';
import { documentOf, type Markup } from '../figure/svg.ts';
import { GROUND, inkOf, type Theme } from '../figure/theme.ts';
import { ellipsis, wrap } from '../figure/wrap.ts';
import { emptyPicture, fill, placeRows, remarkOf } from './picture.ts';
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

/** Side of each map in pixels, and font size. */
const SIDE = 256;
const GRID: Grid = { width: SIDE, height: SIDE };
const EM = 13;

const COLUMNS_OF_MAPS = 5;

/** In em: around everything, between maps, above a map for its title, and for the sheet's title. */
const SPACE = { pad: 2, between: 1.3, heading: 2.4, title: 2.6 } as const;

/** Maps of all models on the same slice, with all measures. */
export interface Sheet {
  /** Of the first model, which has no parameters; its measure is the one to draw. */
  readonly experiment: Experiment;
  readonly engine: Engine;
  readonly maps: readonly Results[];
}

export async function measureSheet(
  engine: Engine,
  progress: (share: number) => void,
): Promise<Sheet> {
  const maps: Results[] = [];
  for (const [i, { id }] of MODELS.entries()) {
    maps.push(
      await mapOf(engine, withModel(EXPERIMENT, id), GRID, {
        progress: (share) => progress((i + share) / MODELS.length),
      }),
    );
  }
  return { experiment: EXPERIMENT, engine, maps };
}

/** Draws one measure of a sheet, in one scale of colours with one legend. */
export function drawSheet(
  { experiment, engine, maps }: Sheet,
  raster: Raster,
  theme: Theme,
): Picture {
  const scale = scaleFor(experiment, sampleOf(maps), theme);
  const census = maps
    .map((results) => censusOf(scale, results, results.length / COLUMNS))
    .reduce(together);
  const { left, bottom } = marginsOf(EXPERIMENT.slice, SIDE, EM);
  const rows = Math.ceil(MODELS.length / COLUMNS_OF_MAPS);
  const squares = MODELS.map((_, i) => squareAt(i, left));
  const right = Math.max(...squares.map(({ x }) => x)) + SIDE;
  const legend = right + 1.6 * EM;
  const width = Math.ceil(legend + colourBarWidth(scale, SIDE, EM) + SPACE.pad * EM);
  const end = squareAt((rows - 1) * COLUMNS_OF_MAPS, left).y + SIDE + bottom;
  const caption = [
    captionOf(experiment).replace(titleOf(experiment), 'models at their defaults'),
    remarkOf(engine),
  ].join(SEPARATOR);
  const lines = wrap(caption, (width - left - 2 * SPACE.pad * EM) / EM);
  const height = Math.ceil(end + (1.4 + 1.6 * lines.length + SPACE.pad) * EM);
  const ink = inkOf(theme);
  const words = { x: squares[0]!.x, fonts: FONTS };
  const place = { x: legend, y: squares[0]!.y, height: SIDE, em: EM, theme, fonts: FONTS, census };

  const picture = emptyPicture(width, height);
  fill(picture, GROUND[theme]);
  squares.forEach(({ x, y }, i) => {
    placeRows(scale, maps[i]!, SIDE, { x, y: y + SIDE - 1 }, picture);
  });
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    textElement(`Every model: ${scale.measure.title}`, {
      ...words,
      y: (SPACE.pad + 1.1) * EM,
      size: 1.5 * EM,
      fill: ink.text,
      bold: true,
    }),
    ...squares.flatMap((square, i) => cell(MODELS[i]!.title, square, theme)),
    colourBar(scale, place),
    ...lines.map((line, i) =>
      textElement(line, { ...words, y: end + (1.6 + 1.6 * i) * EM, size: EM, fill: ink.quiet }),
    ),
  ]);
  raster.draw(svg, picture);
  return picture;
}

function squareAt(index: number, left: number): Square {
  const [column, row] = [index % COLUMNS_OF_MAPS, Math.floor(index / COLUMNS_OF_MAPS)];
  const { bottom } = marginsOf(EXPERIMENT.slice, SIDE, EM);
  return {
    x: Math.round(SPACE.pad * EM + left + column * (SIDE + left + SPACE.between * EM)),
    y: Math.round(
      (SPACE.pad + SPACE.title + SPACE.heading) * EM + row * (SIDE + bottom + SPACE.heading * EM),
    ),
    size: SIDE,
  };
}

/** Everything of a map but its pixels. */
function cell(title: string, square: Square, theme: Theme): readonly Markup[] {
  const options = { kind: 'map' as const, theme, fonts: FONTS, em: EM };
  return [
    textElement(ellipsis(title, SIDE / EM, true), {
      x: square.x,
      y: square.y - 0.8 * EM,
      size: EM,
      fill: inkOf(theme).text,
      fonts: FONTS,
      bold: true,
    }),
    frame(square, options),
    ...axes(EXPERIMENT.slice, square, options),
    ...equilibrium(EXPERIMENT.slice, square, options),
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
