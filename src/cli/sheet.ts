import { phasePortraitsOf } from '../cpu/phase-plane/index.ts';
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
import type { PhasePortrait } from '../experiment/theory/phase-plane.ts';
import { MODELS } from '../models/index.ts';
import { captionOf, SEPARATOR, titleOf } from '../figure/text/caption.ts';
import { countLabels } from '../figure/legend/label-counts.ts';
import { scaleFor } from '../figure/colour/colour-scale.ts';
import { layoutSheet, sampleOfMaps } from '../figure/sheet.ts';
import { BACKGROUND } from '../figure/colour/theme.ts';
import { paintEnlarged } from '../figure/map-image.ts';
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

/** What stands on a sheet beside its maps. */
interface SheetTexts {
  readonly title: string;
  /** What made all maps. */
  readonly caption: string;
  readonly titles: readonly string[];
  readonly columns: number;
}

/** Maps on the same slice, with all measures. */
export interface Sheet {
  /** It says the slice, and the measure to draw. */
  readonly experiment: Experiment;
  readonly engine: Engine;
  /** Of each map, in starts. */
  readonly side: number;
  /** Pixels along each side of a start. Default: 1. */
  readonly zoom?: number;
  readonly maps: readonly Results[];
  /** Of each map. Default: nothing is marked. */
  readonly portraits?: readonly PhasePortrait[];
}

/** Every model at its defaults. */
export function measureModels(
  engine: Engine,
  side: number,
  progress: (fraction: number) => void,
): Promise<Sheet> {
  const experiments = MODELS.map(({ id }) => withModel(EXPERIMENT, id));
  return measureSheet(engine, experiments, side, progress);
}

/** @param experiments on one slice; of the first one nothing but what all share is read */
export async function measureSheet(
  engine: Engine,
  experiments: readonly Experiment[],
  side: number,
  progress: (fraction: number) => void,
): Promise<Sheet> {
  const maps: Results[] = [];
  for (const [i, experiment] of experiments.entries()) {
    const job = { progress: (fraction: number) => progress((i + fraction) / experiments.length) };
    maps.push(await mapOf(engine, experiment, { width: side, height: side }, job));
  }
  const portraits = phasePortraitsOf(experiments);
  return { experiment: experiments[0]!, engine, side, maps, portraits };
}

/** Draws one measure of all models. */
export function drawModels(sheet: Sheet, raster: Raster): Picture {
  const { experiment } = sheet;
  const scale = scaleFor(experiment, sampleOfMaps(SINGLE, sheet.maps), themeOf(experiment));
  return drawSheet(sheet, raster, {
    title: `Every model: ${englishOf(scale.title)}`,
    caption: captionOf(experiment).replace(titleOf(experiment), 'Models at their defaults'),
    titles: MODELS.map(({ title }) => title),
    columns: COLUMNS_OF_MAPS,
  });
}

/** Draws one measure of a sheet, in one scale of colours with one legend. */
export function drawSheet(
  { experiment, engine, side, zoom = 1, maps, portraits }: Sheet,
  raster: Raster,
  texts: SheetTexts,
): Picture {
  const theme = themeOf(experiment);
  const scale = scaleFor(experiment, sampleOfMaps(SINGLE, maps), theme);
  const labelCounts = maps.map((results) =>
    countLabels(scale, results, rowCount(scale.layout, results)),
  );
  const { width, height, panes, svg } = layoutSheet({
    ...texts,
    caption: [texts.caption, englishOf(remarkOf(engine))].join(SEPARATOR),
    side: zoom * side,
    plane: mapPlane(experiment),
    scale,
    labelCounts,
    ...(portraits && { portraits }),
    theme,
    fonts: FONTS,
  });
  const picture = emptyPicture(width, height);
  fill(picture, BACKGROUND[theme]);
  panes.forEach((pane, i) => {
    paintEnlarged(scale, maps[i]!, side, zoom, imageOf(picture), pane);
  });
  raster.draw(svg, picture);
  return picture;
}
