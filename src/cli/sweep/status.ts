/** How far a sweep is. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Part } from './part.ts';
import { partName } from './part-name.ts';
import { parallelCommands, slurmSubmission, words, type Recipe } from './recipes.ts';
import { arrayExpression } from './shard.ts';
import type { Sweep } from './sweep-folder.ts';

const run = promisify(execFile);

export interface SweepStatus {
  readonly done: readonly number[];
  readonly running: readonly number[];
  /** Neither done nor seen running. */
  readonly missing: readonly number[];
}

/** What is there of a sweep, and what its queue says. */
export async function statusOf({ engineOf, hash, recipe }: Sweep): Promise<SweepStatus> {
  const numbers = Array.from({ length: recipe.shards }, (_, i) => i);
  const done: number[] = [];
  for (const number of numbers) {
    if (await isThere(recipe, hash, number)) done.push(number);
  }
  const left = numbers.filter((number) => !done.includes(number));
  const active = engineOf === 'slurm' ? await slurmTasks(recipe) : [];
  return {
    done,
    running: left.filter((number) => active.includes(number)),
    missing: left.filter((number) => !active.includes(number)),
  };
}

/** The status in lines for people, with the commands that finish the rest. */
export function statusText(
  { engineOf, recipe }: Sweep,
  { done, running, missing }: SweepStatus,
): string {
  const line = (what: string, found: readonly number[]) =>
    `${what} ${found.length} of ${recipe.shards}${found.length > 0 ? `: ${arrayExpression(found)}` : ''}`;
  const lines = [line('done', done), line('running', running), line('missing', missing)];
  return `${[...lines, ...restOf({ engineOf, recipe }, missing, running)].join('\n')}\n`;
}

function restOf(
  { engineOf, recipe }: Pick<Sweep, 'engineOf' | 'recipe'>,
  missing: readonly number[],
  running: readonly number[],
): readonly string[] {
  if (missing.length === 0) return running.length > 0 ? [] : ['to join:', words(recipe.join)];
  const commands = {
    slurm: () => slurmSubmission(recipe, missing),
    parallel: () => parallelCommands(recipe, missing),
    kubernetes: () => [
      'kubectl get job; its missing indices are computed again by applying it anew',
    ],
  };
  return ['to finish the rest:', ...commands[engineOf]()];
}

async function isThere({ folder, shards }: Recipe, hash: string, index: number): Promise<boolean> {
  try {
    const { header } = await Part.of(join(folder, partName({ index, count: shards })));
    return header.hash === hash && header.shard === index;
  } catch {
    return false;
  }
}

/** The tasks that Slurm holds of the sweep, running or waiting; none where there is no Slurm. */
async function slurmTasks({ name, mostTasks, shards }: Recipe): Promise<readonly number[]> {
  try {
    // A task's number is in its array; which array that is, its comment says.
    const { stdout } = await run('squeue', ['-h', '-r', '-n', name, '-o', '%K %k']);
    return stdout
      .split('\n')
      .map((line) => /^(\d+) (\d+)$/.exec(line.trim()))
      .filter((match) => match !== null)
      .map(([, task, first]) => Number(first) + Number(task))
      .filter((number) => number < shards && mostTasks > 0);
  } catch {
    return [];
  }
}
