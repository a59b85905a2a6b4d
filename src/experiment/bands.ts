import type { Engine, Results } from './engine.ts';
import type { Experiment } from './experiment.ts';
import type { Grid } from './grid.ts';
import { measurePixels, PIECE, type PixelSource } from './pixels.ts';

/** Rows of a map, from its lowest y, with all their measures. */
export interface Band {
  readonly firstRow: number;
  readonly rows: number;
  readonly results: Results;
}

/** What a band asks the engine for. */
export interface BandOptions {
  readonly measures: readonly string[];
  /** Called with the fraction of the whole map that is measured, from 0 to 1. */
  progress(fraction: number): void;
  readonly signal?: AbortSignal;
}

/**
 * Measures a map band by band, so that its memory does not grow with its size.
 * @throws the signal's reason where it is aborted, and what the engine throws
 */
export async function* bandsOf(
  engine: Engine | PixelSource,
  experiment: Experiment,
  grid: Grid,
  { measures, progress, signal }: BandOptions,
): AsyncGenerator<Band> {
  const most = Math.max(1, Math.floor(PIECE / grid.width));
  for (let firstRow = 0; firstRow < grid.height; firstRow += most) {
    const rows = Math.min(most, grid.height - firstRow);
    const pixels = [firstRow * grid.width, rows * grid.width] as const;
    const results = await measurePixels(engine, experiment, grid, pixels, measures, {
      ...(signal && { signal }),
      progress: (fraction) => progress((firstRow + fraction * rows) / grid.height),
    });
    yield { firstRow, rows, results };
  }
}

/** Measures given starts piece by piece, in their order. */
export async function* inPieces(
  engine: Engine,
  experiment: Experiment,
  starts: Float64Array,
  measures: readonly string[],
  progress: (fraction: number) => void,
): AsyncGenerator<Results> {
  const count = starts.length / 4;
  for (let first = 0; first < count; first += PIECE) {
    const size = Math.min(PIECE, count - first);
    yield await engine.measure(experiment, starts.subarray(4 * first, 4 * (first + size)), {
      measures,
      progress: (fraction) => progress((first + fraction * size) / count),
    });
  }
}
