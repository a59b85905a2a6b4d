import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../experiment/engine.ts';
import { UsageError, shortened } from '../errors.ts';
import { makeFolder, writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { say } from '../remarks.ts';
import { partHeaderOf, writePart, type Sharded } from './measure-part.ts';
import { partName } from './part-name.ts';
import { Part, type PartHeader } from './part.ts';
import { rowsOf, type Shard } from './shard.ts';

/**
 * Computes a shard into its part, unless that is there and right.
 * @throws what measuring and writing throw
 */
export async function computePart(
  engine: Engine,
  sharded: Sharded,
  shard: Shard,
  { path, force }: { readonly path: string; readonly force: boolean },
): Promise<void> {
  const name = `shard ${shard.index} of ${shard.count}`;
  if (!force && (await isRight(path, partHeaderOf(engine, sharded, shard)))) {
    say(`${name} is there and right: ${shortened(path)}; --force computes it again`);
    return;
  }
  const { grid } = sharded;
  const rows = rowsOf(shard, grid).reduce((sum, { count }) => sum + count, 0);
  say(`${name}: ${rows} of ${grid.height} rows`);
  const begun = performance.now();
  await writeWhole(path, (write) =>
    withProgress((progress) => writePart(engine, sharded, shard, write, progress)),
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`${name}: done in ${seconds} s, ${shortened(path)}`);
}

/**
 * Where a part goes.
 * @param out a file; or a folder, where the part gets a name by its number
 * @throws UsageError, Failure
 */
export async function pathOfPart(out: string | undefined, shard: Shard): Promise<string> {
  if (out === undefined || out === '-') {
    throw new UsageError('missing out: expected a file for the part, or a folder for all parts');
  }
  if (out.endsWith('/')) await makeFolder(out);
  const isFolder = (await stat(out).catch(() => undefined))?.isDirectory() === true;
  return isFolder ? join(out, partName(shard)) : out;
}

/** Whether the part of the same shard of the same whole is there, undamaged. */
async function isRight(path: string, header: PartHeader): Promise<boolean> {
  const there = await Part.of(path).catch(() => undefined);
  return there?.header.hash === header.hash && there.header.shard === header.shard;
}
