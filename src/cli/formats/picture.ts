import { phasePortraitOf } from '../../cpu/phase-plane/index.ts';
import { theoryInFigure } from '../../cpu/theory-lines.ts';
import { remarkOf, type Results } from '../../experiment/engine.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import { mapOf } from '../../experiment/pixels.ts';
import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import type { Grid } from '../../experiment/grid.ts';
import { toFile } from '../../experiment/format/json.ts';
import { PNG_KEYWORD } from '../../experiment/format/png.ts';
import { SHAPE_KEYWORD, type PictureShape } from '../../experiment/format/saved.ts';
import { countLabels, mergeCounts, type LabelCounts } from '../../figure/legend/label-counts.ts';
import { SAMPLE_SIDE, scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import { layoutFigure } from '../../figure/figure.ts';
import type { RGB, Theme } from '../../figure/colour/theme.ts';
import { paintRows, type PixelImage } from '../../figure/map-image.ts';
import { mapBands } from './map-bands.ts';
import type { MapJob } from './map-job.ts';
import type { Write } from '../output.ts';
import { writePng } from './png.ts';
import { FONTS, openRaster, type Picture, type Raster } from './raster.ts';
import { englishOf } from '../../models/message.ts';

/** The coarse map of the same slice that decides the colour scale, whatever the picture's size. */
const SAMPLE: Grid = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };

/** Where in a picture a map's pixels go. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Measures a map and writes it as a PNG that carries its experiment.
 * @param bare without axes, colour bar and caption
 * @param open loads the rasteriser, which a process can do once
 */
export async function writePicture(
  job: MapJob,
  bare: boolean,
  open: () => Promise<Raster> = openRaster,
): Promise<void> {
  const { engine, grid, write } = job;
  const theme = themeOf(job.experiment);
  const experiment = withValues(job.experiment, { theme });
  const sample = await mapOf(engine, experiment, SAMPLE);
  const scale = scaleFor(experiment, sample, theme);
  const picture = bare
    ? await barePicture(job, scale)
    : await wholePicture({ ...job, experiment }, scale, sample, theme, open);
  await writeWithExperiment(write, picture, experiment, { ...grid, bare });
}

/** Writes a PNG with its experiment and, for a map, how to draw it again. */
export async function writeWithExperiment(
  write: Write,
  picture: Picture,
  experiment: Experiment,
  shape?: PictureShape,
): Promise<void> {
  await writePng(write, picture, {
    [PNG_KEYWORD]: JSON.stringify(toFile(experiment)),
    ...(shape && { [SHAPE_KEYWORD]: JSON.stringify(shape) }),
  });
}

export function themeOf(experiment: Experiment): Theme {
  return textOf(experiment, 'theme') === 'light' ? 'light' : 'dark';
}

export function emptyPicture(width: number, height: number): Picture {
  return { width, height, rgb: new Uint8Array(3 * width * height) };
}

/** The pixels of a picture. */
export function imageOf({ width, height, rgb }: Picture): PixelImage {
  return { width, height, channels: 3, data: rgb };
}

/** Paints the whole picture in one colour. */
export function fill({ rgb }: Picture, colour: RGB): void {
  for (let i = 0; i < rgb.length; i += 3) rgb.set(colour, i);
}

async function barePicture(job: MapJob, scale: ColourScale): Promise<Picture> {
  const picture = emptyPicture(job.grid.width, job.grid.height);
  await paintMap(job, scale, { x: 0, y: 0 }, picture);
  return picture;
}

async function wholePicture(
  job: MapJob,
  scale: ColourScale,
  sample: Results,
  theme: Theme,
  open: () => Promise<Raster>,
): Promise<Picture> {
  const { engine, experiment, grid } = job;
  const { theory, remarks } = theoryInFigure(experiment, englishOf, sample);
  const spec = {
    experiment,
    scale,
    panes: [{ kind: 'map' as const }],
    size: { pane: grid },
    theme,
    fonts: FONTS,
    theory,
    ...phasePortraitOf(experiment),
    remarks: [...remarks, englishOf(remarkOf(engine))],
  };
  // The layout does not depend on what occurs in the map, its legend does.
  const plan = layoutFigure(spec);
  const picture = emptyPicture(plan.width, plan.height);
  const labelCounts = await paintMap(job, scale, plan.panes[0]!, picture);
  const raster = await open();
  raster.draw(layoutFigure({ ...spec, labelCounts }).svg, picture);
  return picture;
}

/** Measures the map band by band into the picture, its upper left corner at `place`. */
export async function paintMap(
  job: MapJob,
  scale: ColourScale,
  place: Place,
  picture: Picture,
): Promise<LabelCounts> {
  const { grid } = job;
  let labelCounts: LabelCounts | undefined;
  for await (const { firstRow, results } of mapBands(job, [scale.measure.id])) {
    const bottom = { x: place.x, y: place.y + grid.height - 1 - firstRow };
    paintRows(scale, results, grid.width, imageOf(picture), bottom);
    const part = countLabels(scale, results, rowCount(scale.layout, results));
    labelCounts = labelCounts ? mergeCounts(labelCounts, part) : part;
  }
  return labelCounts!;
}
