/** `ganfield map --shard`: measures a shard's rows into a part. */
import { version } from '../../../package.json';
import type { Engine } from '../../experiment/engine.ts';
import { rowLayoutOf } from '../../experiment/ensemble/rows.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { Grid } from '../../experiment/grid.ts';
import { measurePixels } from '../../experiment/pixels.ts';
import type { Write } from '../output.ts';
import { headerOf, PartWriter, SAMPLE, type PartHeader } from './part.ts';
import { rowsOf, type Shard } from './shard.ts';

/** What a shard is one of. */
export interface ShardedMap {
  readonly experiment: Experiment;
  readonly grid: Grid;
  /** Measures and statistics. */
  readonly ids: readonly string[];
}

/** The header of a shard's part by this engine. */
export function partHeaderOf(
  { kind, adapter }: Pick<Engine, 'kind' | 'adapter'>,
  { experiment, grid, ids }: ShardedMap,
  shard: Shard,
): PartHeader {
  const columns = rowLayoutOf(experiment, ids).columns.length;
  const { width, height } = grid;
  const map = { experiment: toFile(experiment), width, height, measures: [...ids], columns };
  return headerOf({ version, engine: kind, adapter, ...map }, shard);
}

/**
 * Measures the rows of a shard, and its rows of the sample that pictures take their colours from.
 * @throws what `Engine.measure` and `write` throw
 */
export async function writePart(
  engine: Engine,
  map: ShardedMap,
  shard: Shard,
  write: Write,
  progress: (fraction: number) => void,
): Promise<void> {
  const { experiment, grid, ids } = map;
  const runs = [grid, SAMPLE].flatMap((of) => rowsOf(shard, of).map((run) => ({ of, run })));
  const pixels = runs.reduce((sum, { of, run }) => sum + run.count * of.width, 0);
  const writer = new PartWriter(write);
  await writer.begin(partHeaderOf(engine, map, shard));
  let done = 0;
  for (const { of, run } of runs) {
    const [first, count] = [run.first * of.width, run.count * of.width];
    const job = { progress: (share: number) => progress((done + share * count) / pixels) };
    await writer.rows(await measurePixels(engine, experiment, of, [first, count], ids, job));
    done += count;
  }
  await writer.end();
}
