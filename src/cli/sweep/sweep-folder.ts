/** The folder of a sweep: what its tasks read, where their parts go. It is all that they share. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { systemReason, shortened, UsageError } from '../errors.ts';
import { makeFolder, unwritable } from '../output.ts';
import type { PartHeader } from './part.ts';
import { SWEEP_ENGINES } from './recipes.ts';

const FILE = 'sweep.json';

const Saved = v.object({
  engineOf: v.picklist(SWEEP_ENGINES),
  hash: v.string(),
  recipe: v.object({
    name: v.string(),
    compute: v.array(v.string()),
    join: v.array(v.string()),
    folder: v.string(),
    shards: v.number(),
    mostTasks: v.number(),
    megabytes: v.number(),
    seconds: v.number(),
    processors: v.number(),
  }),
});

/** What `submit --status` goes on from. */
export type Sweep = v.InferOutput<typeof Saved>;

/** Where a sweep keeps the experiment that its tasks read. */
export function experimentPath(folder: string): string {
  return join(folder, 'experiment.json');
}

/** @throws Failure where the folder takes no files */
export async function saveSweep(
  sweep: Sweep,
  { experiment }: Pick<PartHeader, 'experiment'>,
  scripts: Readonly<Record<string, string>>,
): Promise<void> {
  const { folder } = sweep.recipe;
  await makeFolder(folder);
  const files = {
    [experimentPath(folder)]: JSON.stringify(experiment),
    [join(folder, FILE)]: `${JSON.stringify(sweep, null, 2)}\n`,
    ...Object.fromEntries(
      Object.entries(scripts).map(([name, text]) => [join(folder, name), text]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    await writeFile(path, text).catch((error: unknown) => {
      throw unwritable(path, error);
    });
  }
}

/** @throws UsageError where the folder is none of a sweep */
export async function readSweep(folder: string): Promise<Sweep> {
  const refuse = (reason: string) =>
    new UsageError(
      `invalid status: ${shortened(folder)}, ${reason}, expected a folder of ganfield submit`,
    );
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    throw refuse(systemReason(error));
  });
  try {
    return v.parse(Saved, JSON.parse(text));
  } catch {
    throw refuse(`${FILE} cannot be read`);
  }
}
