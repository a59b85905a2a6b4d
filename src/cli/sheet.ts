import { remarkOf, type Engine, type Results } from '../experiment/engine.ts';
import { rowCount, SINGLE } from '../experiment/ensemble/rows.ts';
import { mapOf } from '../experiment/pixels.ts';
import {
  defaultExperiment,
  withModel,
  withValues,
  type Experiment,
} from '../experiment/experiment.ts';
import { mapPlane } from '../experiment/plane.ts';
import { MODELS } from '../models/index.ts';
import { captionOf, SEPARATOR, titleOf } from '../figure/text/caption.ts';
import { countLabels } from '../figure/legend/label-counts.ts';
import { scaleFor } from '../figure/colour/colour-scale.ts';
import { layoutSheet, sampleOfMaps } from '../figure/sheet.ts';
import { BACKGROUND } from '../figure/colour/theme.ts';
import { paintRows } from '../figure/map-image.ts';
import { emptyPicture, fill, imageOf, themeOf } from './formats/picture.ts';
import { FONTS, type Picture, type Raster } from './formats/raster.ts';
import { englishOf } from '../models/message.ts';

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
  progress: (fraction: number) => void,
): Promise<Sheet> {
  const maps: Results[] = [];
  for (const [i, { id }] of MODELS.entries()) {
    const job = { progress: (fraction: number) => progress((i + fraction) / MODELS.length) };
    const grid = { width: side, height: side };
    maps.push(await mapOf(engine, withModel(EXPERIMENT, id), grid, job));
  }
  return { experiment: EXPERIMENT, engine, side, maps };
}

/** Draws one measure of a sheet, in one scale of colours with one legend. */
export function drawSheet({ experiment, engine, side, maps }: Sheet, raster: Raster): Picture {
  const theme = themeOf(experiment);
  const scale = scaleFor(experiment, sampleOfMaps(SINGLE, maps), theme);
  const labelCounts = maps.map((results) =>
    countLabels(scale, results, rowCount(scale.layout, results)),
  );
  const { width, height, panes, svg } = layoutSheet({
    title: `Every model: ${englishOf(scale.title)}`,
    caption: [
      captionOf(experiment).replace(titleOf(experiment), 'Models at their defaults'),
      englishOf(remarkOf(engine)),
    ].join(SEPARATOR),
    titles: MODELS.map(({ title }) => title),
    columns: COLUMNS_OF_MAPS,
    side,
    plane: mapPlane(experiment),
    scale,
    labelCounts,
    theme,
    fonts: FONTS,
  });
  const picture = emptyPicture(width, height);
  fill(picture, BACKGROUND[theme]);
  panes.forEach((pane, i) => {
    paintRows(scale, maps[i]!, side, imageOf(picture), { x: pane.x, y: pane.y + side - 1 });
  });
  raster.draw(svg, picture);
  return picture;
}
