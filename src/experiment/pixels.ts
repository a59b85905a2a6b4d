/** Measures the pixels of a map: a start each, or an ensemble. */
import { drawnStarts, mapEnsemble, mapMeasureOf } from './ensemble/ensemble.ts';
import { measuresBehind, rowLayoutOf } from './ensemble/rows.ts';
import type { Engine, Job, Results } from './engine.ts';
import { indexOf, type Ensemble, type Experiment } from './experiment.ts';
import { startsOfPixels, type Grid, type PixelStarts } from './grid.ts';

/** Starts that are measured at once: 8 MB of starts, and results of 12 to 23 MB. */
export const PIECE = 262_144;

/** The same of ensembles, whose starts and values are there beside them. */
export const ENSEMBLE_PIECE = 131_072;

/** Where the results of pixels come from: an engine that measures them, or what was measured before. */
export interface PixelSource extends Pick<Engine, 'kind' | 'adapter'> {
  /** Rows of pixels `first` to `first + count - 1` of the experiment's map, as `rowLayoutOf` says. */
  pixels(
    experiment: Experiment,
    grid: Grid,
    range: readonly [first: number, count: number],
    ids: readonly string[],
  ): Promise<Results>;
}

/**
 * What the experiment's map shows, and what costs no more, at every pixel: rows as `rowLayoutOf` says,
 * from the lowest y.
 */
export function mapOf(
  engine: Engine | PixelSource,
  experiment: Experiment,
  grid: Grid,
  { measures = [mapMeasureOf(experiment).id], ...job }: Job = {},
): Promise<Results> {
  return measurePixels(engine, experiment, grid, [0, grid.width * grid.height], measures, job);
}

/**
 * The rows of pixels `first` to `first + count - 1` of the experiment's map, as `rowLayoutOf` says.
 * @param ids measures and statistics that are wanted
 * @throws what `Engine.measure` throws
 */
export async function measurePixels(
  engine: Engine | PixelSource,
  experiment: Experiment,
  grid: Grid,
  [first, count]: readonly [number, number],
  ids: readonly string[],
  job: Job,
): Promise<Results> {
  if ('pixels' in engine) return engine.pixels(experiment, grid, [first, count], ids);
  const ensemble = mapEnsemble(experiment);
  if (!ensemble) {
    const { starts, ...varied } = startsOfPixels(experiment, grid, first, count);
    return engine.measure(experiment, starts, { ...job, measures: ids, ...varied });
  }
  const { EnsembleValues } = await import('./ensemble/gather.ts');
  const layout = rowLayoutOf(experiment, ids);
  const drawn = drawnStarts(experiment, ensemble);
  const type = engine.kind === 'gpu' ? Float32Array : Float64Array;
  const rows = new type(layout.columns.length * count);
  const each = Math.max(1, Math.floor(ENSEMBLE_PIECE / ensemble.starts));
  const values = new EnsembleValues(layout, Math.min(each, count), ensemble.starts, type);
  for (let done = 0; done < count; done += each) {
    const size = Math.min(each, count - done);
    const pixels = startsOfPixels(experiment, grid, first + done, size);
    const { starts, ...varied } = withDrawn(pixels, ensemble, drawn);
    const results = await engine.measure(experiment, starts, {
      ...job,
      measures: measuresBehind(layout, ids),
      ...varied,
      progress: (fraction) => job.progress?.((done + fraction * size) / count),
    });
    values.put(results, 0, 0, ensemble.starts);
    values.write(rows, done, 0, size);
  }
  return rows;
}

/**
 * What is measured at pixels with several starts each: those of one pixel after the other.
 * @param drawn the starts of each pixel, as `drawnStarts` returns them
 */
export function withDrawn(
  { starts: pixels, varied }: PixelStarts,
  { box }: Pick<Ensemble, 'box'>,
  drawn: Float64Array,
): PixelStarts {
  const count = drawn.length / 4;
  const indices = box.map(({ component }) => indexOf(component));
  const starts = new Float64Array(pixels.length * count);
  for (let pixel = 0, row = 0; pixel < pixels.length; pixel += 4) {
    for (let i = 0; i < count; i++, row += 4) {
      starts.set(pixels.subarray(pixel, pixel + 4), row);
      for (const index of indices) starts[row + index] = drawn[4 * i + index]!;
    }
  }
  return { starts, ...(varied && { varied: repeated(varied, count) }) };
}

function repeated({ names, values }: NonNullable<PixelStarts['varied']>, times: number) {
  const width = names.length;
  const all = new Float64Array(values.length * times);
  for (let row = 0, out = 0; row < values.length; row += width) {
    for (let i = 0; i < times; i++, out += width) all.set(values.subarray(row, row + width), out);
  }
  return { names, values: all };
}
