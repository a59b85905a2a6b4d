/** Maps of ensembles beside what single starts give, reduced here by the definitions. */
import type { Engine, Results } from '../../../src/experiment/engine.ts';
import {
  drawnStarts,
  mapEnsemble,
  withoutEnsemble,
} from '../../../src/experiment/ensemble/ensemble.ts';
import type { Experiment } from '../../../src/experiment/experiment.ts';
import { startsOfPixels, type Grid } from '../../../src/experiment/grid.ts';
import { measurePixels } from '../../../src/experiment/pixels.ts';
import { atParameters } from '../../../src/experiment/plane.ts';
import { MEASURES } from '../../../src/measures/index.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { COMPONENTS } from '../../../src/models/state.ts';
import { columnIn, rowLayoutOf } from '../../../src/experiment/ensemble/rows.ts';

/** Of every pixel, by id of measure or statistic. */
export type Rows = readonly Readonly<Record<string, number>>[];

export async function ensembleMap(
  engine: Engine,
  experiment: Experiment,
  grid: Grid,
  ids: readonly string[],
): Promise<Rows> {
  const count = grid.width * grid.height;
  const results = await measurePixels(engine, experiment, grid, [0, count], ids, {});
  const layout = rowLayoutOf(experiment, ids);
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      ids.map((id) => [id, results[i * layout.columns.length + columnIn(layout, id)]!]),
    ),
  );
}

/** The same, each pixel measured by itself at its parameters, as `measure --inits` does. */
export async function reducedMap(
  engine: Engine,
  experiment: Experiment,
  grid: Grid,
  ids: readonly string[],
): Promise<Rows> {
  const { starts: count, box } = mapEnsemble(experiment)!;
  const drawn = drawnStarts(experiment, { starts: count, box });
  const single = withoutEnsemble(experiment);
  const rows: Readonly<Record<string, number>>[] = [];
  for (let pixel = 0; pixel < grid.width * grid.height; pixel++) {
    const { starts: held, varied } = startsOfPixels(experiment, grid, pixel, 1);
    const own = varied ? atParameters(single, varied.names, varied.values) : single;
    const inits = Float64Array.from({ length: 4 * count }, (_, i) =>
      box.some(({ component }) => component === COMPONENTS[i % 4]) ? drawn[i]! : held[i % 4]!,
    );
    const results = await engine.measure(own, inits);
    rows.push(Object.fromEntries(ids.map((id) => [id, reduced(results, count, id)])));
  }
  return rows;
}

/** By the definitions, of values that are all finite. */
function reduced(results: Results, count: number, id: string): number {
  const column = (name: string) => {
    const index = MEASURES.findIndex((measure) => measure.id === name);
    return Array.from({ length: count }, (_, i) => results[i * MEASURES.length + index]!);
  };
  const rounded = results instanceof Float32Array ? Math.fround : (value: number) => value;
  const [kind = '', name = ''] = id.split('.');
  const labels = column('outcome');
  const shareOf = (code: number) => labels.filter((label) => label === code).length / count;
  if (kind === 'outcome') {
    const shares = OUTCOMES.map((_, code) => shareOf(code));
    return shares.indexOf(Math.max(...shares));
  }
  if (kind === 'share') return rounded(shareOf(OUTCOMES.findIndex((label) => label === name)));
  const inOrder = column(name);
  const values = inOrder.toSorted((a, b) => a - b);
  const half = Math.floor(count / 2);
  switch (kind) {
    case 'mean':
      return rounded(inOrder.reduce((sum, value) => sum + value, 0) / count);
    case 'median':
      return rounded(count % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2);
    default:
      return kind === 'min' ? values[0]! : values.at(-1)!;
  }
}
