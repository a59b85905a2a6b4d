/** Which part of a map a process computes, where many share it. */
import type { Grid } from '../../experiment/grid.ts';
import { shortened, UsageError } from '../errors.ts';

/** Parts of one map; more than any queue holds. */
const MOST_SHARDS = 1_000_000;

export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The shard that flags name.
 * @param text `i/n`, or `auto`: what the queue says of this task
 * @param shards of `--shards`, which counts before what the queue says: an array of the missing tasks is shorter
 * @throws UsageError
 */
export function shardOf(
  text: string,
  shards: string | undefined,
  environment: Environment = process.env,
): Shard {
  const [index, count] = text === 'auto' ? autoOf(shards, environment) : text.split('/');
  const shard = { index: wholeOf(index), count: wholeOf(count) };
  const isOne = shard.count >= 1 && shard.count <= MOST_SHARDS && shard.index < shard.count;
  if (!isOne || (text !== 'auto' && text.split('/').length !== 2)) {
    const got = text === 'auto' ? `auto, ${index}/${count}` : shortened(text);
    throw new UsageError(
      `invalid shard: ${got}, expected i/n with 0 <= i < n <= ${MOST_SHARDS}, or auto`,
    );
  }
  if (shards !== undefined && wholeOf(shards) !== shard.count) {
    throw new UsageError(`invalid shards: ${shortened(shards)}, expected the ${count} of --shard`);
  }
  return shard;
}

function autoOf(shards: string | undefined, environment: Environment): readonly [string, string] {
  const slurm = environment['SLURM_ARRAY_TASK_ID'];
  const index = slurm ?? environment['JOB_COMPLETION_INDEX'];
  if (index === undefined) {
    throw new UsageError(
      'invalid shard: auto, expected SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX in the environment; --shard i/n names it',
    );
  }
  const count = shards ?? (slurm === undefined ? undefined : environment['SLURM_ARRAY_TASK_COUNT']);
  if (count === undefined) {
    throw new UsageError('missing shards: --shard auto knows its number only; say --shards n');
  }
  return [index, count];
}

function wholeOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : NaN;
}

/** Pixels that are worth a dispatch of their own. */
const LEAST_PIXELS = 16_384;

/** Runs of rows that a shard has at least, where a map has so many rows. */
const LEAST_RUNS = 4;

/** Rows next to each other. */
export interface Rows {
  readonly first: number;
  readonly count: number;
}

/**
 * The rows of a map that a shard computes: runs of rows, dealt to the shards in turn, so that shards cost
 * alike where rows next to each other do.
 */
export function rowsOf({ index, count }: Shard, { width, height }: Grid): readonly Rows[] {
  const dealt = Math.floor(height / (LEAST_RUNS * count));
  const each = Math.max(1, Math.min(dealt, Math.ceil(LEAST_PIXELS / width)));
  const runs: Rows[] = [];
  for (let first = index * each; first < height; first += count * each) {
    runs.push({ first, count: Math.min(each, height - first) });
  }
  return runs;
}

/** Numbers as Slurm writes an array's tasks: `3,7-8`. They are in order, each once. */
export function arrayExpression(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
