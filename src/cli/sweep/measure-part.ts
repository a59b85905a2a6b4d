/** `--shard` of `ganfield map` and `ganfield measure`: measures a shard's rows into a part. */
import { createHash } from 'node:crypto';
import { version } from '../../../package.json';
import { COLUMNS, type Engine, type Job, type Results } from '../../experiment/engine.ts';
import { rowLayoutOf } from '../../experiment/ensemble/rows.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { Grid } from '../../experiment/grid.ts';
import { measurePixels } from '../../experiment/pixels.ts';
import type { Write } from '../output.ts';
import { headerOf, PartWriter, SAMPLE, type PartHeader } from './part.ts';
import { rowsOf, type Shard } from './shard.ts';

/** What a shard is one of: a map, or given initial conditions. */
export interface Sharded {
  readonly experiment: Experiment;
  /** Of a map; of initial conditions one across, a row each. */
  readonly grid: Grid;
  /** Measures and statistics. */
  readonly ids: readonly string[];
  /** The initial conditions, four numbers each. */
  readonly starts?: Float64Array;
}

/** The header of a shard's part by this engine. */
export function partHeaderOf(
  { kind, adapter }: Pick<Engine, 'kind' | 'adapter'>,
  { experiment, grid, ids, starts }: Sharded,
  shard: Shard,
): PartHeader {
  const columns = starts ? COLUMNS : rowLayoutOf(experiment, ids).columns.length;
  const { width, height } = grid;
  const whole = { experiment: toFile(experiment), width, height, measures: [...ids], columns };
  const inits = starts && createHash('sha256').update(starts).digest('hex');
  return headerOf({ version, engine: kind, adapter, ...whole, ...(inits && { inits }) }, shard);
}

/**
 * Measures the rows of a shard, and its rows of the sample that pictures take their colours from.
 * @throws what `Engine.measure` and `write` throw
 */
export async function writePart(
  engine: Engine,
  sharded: Sharded,
  shard: Shard,
  write: Write,
  progress: (fraction: number) => void,
): Promise<void> {
  const { grid, starts } = sharded;
  const runs = (starts ? [grid] : [grid, SAMPLE]).flatMap((of) =>
    rowsOf(shard, of).map((run) => ({ of, run })),
  );
  const pixels = runs.reduce((sum, { of, run }) => sum + run.count * of.width, 0);
  const writer = new PartWriter(write);
  await writer.begin(partHeaderOf(engine, sharded, shard));
  let done = 0;
  for (const { of, run } of runs) {
    const [first, count] = [run.first * of.width, run.count * of.width];
    const job = { progress: (share: number) => progress((done + share * count) / pixels) };
    await writer.rows(await measured(engine, sharded, of, [first, count], job));
    done += count;
  }
  await writer.end();
}

/** Rows of a map or its sample, or of given initial conditions. */
function measured(
  engine: Engine,
  { experiment, ids, starts }: Sharded,
  of: Grid,
  [first, count]: readonly [number, number],
  job: Job,
): Promise<Results> {
  if (!starts) return measurePixels(engine, experiment, of, [first, count], ids, job);
  const some = starts.subarray(4 * first, 4 * (first + count));
  return engine.measure(experiment, some, { ...job, measures: ids });
}
