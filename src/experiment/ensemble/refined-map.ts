/** The map of an ensemble for a view: from few starts at every pixel at first, then from more. */
import { drawnStarts, mapEnsemble, mapMeasureOf } from './ensemble.ts';
import { measuresBehind, rowLayoutOf } from './rows.ts';
import type { Engine, Job, Results } from '../engine.ts';
import type { Experiment } from '../experiment.ts';
import { startsOfPixels, type Grid } from '../grid.ts';
import { ENSEMBLE_PIECE, mapOf, withDrawn } from '../pixels.ts';

/** Starts behind each pixel at first, and how many times as many then. */
const FIRST = 4;
const FACTOR = 4;

/** Values that are kept to be refined: 150 MB. Maps of more are measured with all starts at once. */
const MOST = 2 ** 25;

/** What the first picture of an outdated map may still take, in milliseconds. */
const MOST_LEFT = 5000;

/**
 * Whether the first picture of an outdated map is still to come, and worth its time: where it comes
 * soon, a slider in motion keeps changing the map; one that takes long keeps the present map waiting.
 * @param begun by `performance.now()`
 * @param share of all the map's work that is done
 */
export function comesSoon(experiment: Experiment, begun: number, share: number): boolean {
  const ofFirst = share * Math.max(1, (mapEnsemble(experiment)?.starts ?? 1) / FIRST);
  const elapsed = performance.now() - begun;
  // Shaders are compiled before anything is done.
  const left = share === 0 ? elapsed : elapsed / ofFirst - elapsed;
  // The first picture's own share is 1 but for rounding.
  return left > -1 && left < MOST_LEFT;
}

/** A map's rows, of the first starts of each pixel. */
export interface Refinement {
  readonly starts: number;
  readonly results: Results;
}

/**
 * Measures the experiment's map, again and again with more of its ensemble's starts; none is measured
 * twice. Without an ensemble it is whole at once.
 * @throws what `Engine.measure` throws
 */
export async function* refinedMap(
  engine: Engine,
  experiment: Experiment,
  grid: Grid,
  job: Omit<Job, 'measures' | 'varied'>,
): AsyncGenerator<Refinement> {
  const ensemble = mapEnsemble(experiment);
  const count = grid.width * grid.height;
  if (!ensemble || count * ensemble.starts > MOST) {
    yield { starts: ensemble?.starts ?? 1, results: await mapOf(engine, experiment, grid, job) };
    return;
  }
  const { EnsembleValues } = await import('./gather.ts');
  const layout = rowLayoutOf(experiment);
  const measures = measuresBehind(layout, [mapMeasureOf(experiment).id]);
  const drawn = drawnStarts(experiment, ensemble);
  const type = engine.kind === 'gpu' ? Float32Array : Float64Array;
  const values = new EnsembleValues(layout, count, ensemble.starts, type);
  let before = 0;
  for (const starts of passesOf(ensemble.starts)) {
    const own = drawn.subarray(4 * before, 4 * starts);
    const more = starts - before;
    const each = Math.max(1, Math.floor(ENSEMBLE_PIECE / more));
    for (let first = 0; first < count; first += each) {
      const size = Math.min(each, count - first);
      const pixels = startsOfPixels(experiment, grid, first, size);
      const { starts: states, ...varied } = withDrawn(pixels, ensemble, own);
      const done = before * count + more * first;
      const results = await engine.measure(experiment, states, {
        ...job,
        measures,
        ...varied,
        progress: (fraction) =>
          job.progress?.((done + fraction * more * size) / (ensemble.starts * count)),
      });
      values.put(results, first, before, more);
    }
    const results = new type(layout.columns.length * count);
    values.write(results, 0, 0, count, starts);
    yield { starts, results };
    before = starts;
  }
}

/** How many starts each pixel has after each pass. */
function passesOf(starts: number): readonly number[] {
  const passes: number[] = [];
  for (let few = FIRST; few < starts; few *= FACTOR) passes.push(few);
  return [...passes, starts];
}
