/** How long a shard takes and what it needs, from a short run of a few pixels. */
import { availableParallelism } from 'node:os';
import type { Engine } from '../../experiment/engine.ts';
import type { Grid } from '../../experiment/grid.ts';
import { measurePixels } from '../../experiment/pixels.ts';
import type { Sharded } from './measure-part.ts';

/** Pixels of the run, spread over the whole map. */
const PROBE: Grid = { width: 24, height: 24 };

/** What is asked for beyond what was seen: other machines are slower, and rows differ. */
const RESERVE = 3;

/** Seconds and MB of a process before it computes, with a reserve. */
const START_UP = { seconds: 60, megabytes: 256 };

/** Of one shard. */
export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * Estimates what one of `shards` parts of a map costs on `processors` processors.
 * @throws what `Engine.measure` throws
 */
export async function probe(
  engine: Engine,
  { experiment, grid, ids }: Sharded,
  shards: number,
  processors: number,
): Promise<Cost> {
  const all = [0, PROBE.width * PROBE.height] as const;
  const run = () => measurePixels(engine, experiment, PROBE, all, ids, {});
  // The first one compiles as well.
  await run();
  const begun = performance.now();
  await run();
  const each = (performance.now() - begun) / 1000 / all[1];
  const pixels = Math.ceil((grid.width * grid.height) / shards);
  const seconds = (each * pixels * availableParallelism()) / processors;
  return {
    seconds: Math.ceil(START_UP.seconds + RESERVE * seconds),
    megabytes: Math.ceil(START_UP.megabytes + (1.5 * process.memoryUsage().rss) / 2 ** 20),
  };
}
