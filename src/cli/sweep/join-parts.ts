/** Parts of one map or one list, put together: what an engine would have given for all of it. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../../experiment/engine.ts';
import type { Grid } from '../../experiment/grid.ts';
import type { PixelSource } from '../../experiment/pixels.ts';
import { Failure, shortened, systemReason } from '../errors.ts';
import { say } from '../remarks.ts';
import { PART_ENDING } from './part-name.ts';
import { numbersOf, Part, SAMPLE, type PartHeader } from './part.ts';
import { arrayExpression } from './shard.ts';

/** What parts of one map have in common, with its name in messages. */
const COMMON: readonly (readonly [keyof PartHeader, string])[] = [
  ['experiment', 'another experiment'],
  ['version', 'another version'],
  ['engine', 'another engine'],
  ['adapter', 'another adapter'],
  ['inits', 'other initial conditions'],
  ['width', 'another size'],
  ['height', 'another size'],
  ['measures', 'other measures'],
  ['shards', 'another number of shards'],
  ['columns', 'other columns'],
];

/**
 * All parts of a map or a list, in order.
 * @param paths of parts, or of folders with parts
 * @throws Failure where one is damaged or of another map, and where some are missing
 */
export async function partsOf(paths: readonly string[]): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const path of await filesOf(paths)) parts.push(await Part.of(path));
  return wholeSetOf(parts);
}

/** The results of a map and of its sample, read from its parts. */
export function sourceOf(parts: readonly Part[]): PixelSource {
  const { engine, adapter, columns } = parts[0]!.header;
  return {
    kind: engine,
    adapter,
    pixels: async (_, grid, [first, count]) => {
      const results = new (numbersOf(engine))(count * columns);
      const [row, rows] = [first / grid.width, count / grid.width];
      const which = isMap(parts[0]!.header, grid) ? 'map' : 'sample';
      for (const part of parts) await copyRows(part, which, { first: row, count: rows }, results);
      return results;
    },
  };
}

async function copyRows(
  part: Part,
  which: 'map' | 'sample',
  wanted: { readonly first: number; readonly count: number },
  results: Results,
): Promise<void> {
  const width = which === 'map' ? part.header.width : SAMPLE.width;
  const across = width * part.header.columns;
  const end = wanted.first + wanted.count;
  for (const run of part.rows(which)) {
    const first = Math.max(run.first, wanted.first);
    const last = Math.min(run.first + run.count, end);
    if (first >= last) continue;
    const numbers = await part.read(which, run);
    const rows = numbers.subarray((first - run.first) * across, (last - run.first) * across);
    results.set(rows, (first - wanted.first) * across);
  }
}

function isMap({ width, height }: PartHeader, grid: Grid): boolean {
  return grid.width === width && grid.height === height;
}

/** The files, with those of folders in their place. */
async function filesOf(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
      if (!isFolder) return [path];
      const names = await readdir(path).catch((error: unknown) => {
        throw new Failure(`unreadable folder: ${shortened(path)}, ${systemReason(error)}`);
      });
      const parts = names.filter((name) => !name.startsWith('.') && name.endsWith(PART_ENDING));
      return parts.toSorted().map((name) => join(path, name));
    }),
  );
  return found.flat();
}

/** The parts by their numbers, each once. @throws Failure */
function wholeSetOf(parts: readonly Part[]): readonly Part[] {
  const [first] = parts;
  if (!first) throw new Failure(`no parts: expected files *${PART_ENDING} of map --shard`);
  const set = new Map<number, Part>();
  for (const part of parts) {
    refuseOther(first, part);
    const earlier = set.get(part.header.shard);
    if (earlier)
      say(`${shortened(part.path)} is not read: ${shortened(earlier.path)} has the same rows`);
    else set.set(part.header.shard, part);
  }
  const { shards } = first.header;
  const numbers = Array.from({ length: shards }, (_, i) => i);
  const missing = numbers.filter((number) => !set.has(number));
  if (missing.length > 0) {
    throw new Failure(`missing ${missing.length} of ${shards}: ${arrayExpression(missing)}`);
  }
  return numbers.map((number) => set.get(number)!);
}

function refuseOther(first: Part, part: Part): void {
  if (part.header.hash === first.header.hash) return;
  const [, what] = COMMON.find(
    ([key]) => JSON.stringify(part.header[key]) !== JSON.stringify(first.header[key]),
  ) ?? ['hash', 'another map'];
  throw new Failure(
    `invalid part: ${shortened(part.path)} is of ${what}, expected that of ${shortened(first.path)}`,
  );
}
