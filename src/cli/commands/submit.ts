import { spawn } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { withEngine } from '../engines.ts';
import { wholeNumber } from '../choices.ts';
import { Failure, shortened, UsageError } from '../errors.ts';
import { formOf } from '../map/form.ts';
import { writeWhole } from '../output.ts';
import { say } from '../remarks.ts';
import { partHeaderOf } from '../sweep/measure-part.ts';
import { probe } from '../sweep/probe.ts';
import {
  kubernetesJobs,
  parallelCommands,
  slurmJoin,
  slurmShard,
  slurmSubmission,
  type Recipe,
  type SweepEngine,
} from '../sweep/recipes.ts';
import { statusOf, statusText } from '../sweep/status.ts';
import { experimentPath, readSweep, saveSweep } from '../sweep/sweep-folder.ts';
import { planOf } from '../map/plan.ts';
import type { MapFlags } from './map.ts';

/** Tasks in an array of Slurm where a site says nothing else. */
const MOST_TASKS = 1000;

export interface SubmitFlags extends MapFlags {
  readonly engineOf: SweepEngine;
  readonly shards: string;
  readonly parts?: string;
  readonly processors: string;
  readonly maxTasks?: string;
  readonly image: string;
  readonly claim: string;
  readonly run?: boolean;
  readonly status?: string;
}

/** `ganfield submit`: a map as many tasks of an engine for jobs. */
export async function runSubmit(flags: SubmitFlags): Promise<void> {
  if (flags.status !== undefined) {
    const sweep = await readSweep(resolve(flags.status));
    process.stdout.write(statusText(sweep, await statusOf(sweep)));
    return;
  }
  const { recipe, text } = await prepared(flags);
  if (!flags.run) {
    await writeWhole(undefined, (write) => write(text));
    return;
  }
  await runShell(flags.engineOf === 'kubernetes' ? 'kubectl apply -f -' : 'sh -e', text);
  say(`submitted; ganfield submit --status ${recipe.folder} says how far it is`);
}

/** Estimates what a task needs, and writes the folder of the sweep. */
async function prepared(flags: SubmitFlags): Promise<{ recipe: Recipe; text: string }> {
  const { out, engineOf } = flags;
  if (out === undefined || out === '-') {
    throw new UsageError('missing out: expected the file that the parts are joined into');
  }
  const plan = await planOf(flags);
  formOf(flags, plan, true);
  const shards = wholeNumber('shards', flags.shards, 1, plan.grid.height);
  const processors = wholeNumber('processors', flags.processors, 1, 1024);
  const mostTasks = wholeNumber('max-tasks', flags.maxTasks ?? String(MOST_TASKS), 1, 1_000_000);
  const folder = resolve(flags.parts ?? `${out}.parts`);
  const map = { ...plan, ids: plan.measures.map(({ id }) => id) };
  return withEngine(flags.engine, async (engine) => {
    const header = partHeaderOf(engine, map, { index: 0, count: shards });
    const cost = await probe(engine, map, shards, processors);
    const pixels = Math.ceil((header.width * header.height) / shards);
    say(`a job of ${pixels} pixels: ${cost.seconds} s and ${cost.megabytes} MB are asked for`);
    const command = engineOf === 'kubernetes' ? ['ganfield'] : [process.execPath, process.argv[1]!];
    // Pods see the folder alone.
    const joined = engineOf === 'kubernetes' ? join(folder, basename(out)) : resolve(out);
    const size = `${header.width}x${header.height}`;
    const input = ['--experiment', experimentPath(folder), '--size', size];
    const wanted = ['--measure', map.ids.join(), '--engine', engine.kind, '--out', `${folder}/`];
    const recipe = {
      name: `ganfield-${header.hash.slice(0, 10)}`,
      compute: [...command, 'map', ...input, ...wanted],
      join: [...command, 'join', folder, '--out', joined, ...joinWords(flags)],
      folder,
      shards,
      mostTasks,
      processors,
      ...cost,
    };
    const scripts =
      engineOf === 'slurm'
        ? { 'shard.sbatch': slurmShard(recipe), 'join.sbatch': slurmJoin(recipe) }
        : {};
    await saveSweep({ engineOf, hash: header.hash, recipe }, header, scripts);
    return { recipe, text: textOf(engineOf, recipe, flags) };
  });
}

function joinWords({ format, bare, theory, theme }: SubmitFlags): readonly string[] {
  return [
    ...(format === undefined ? [] : ['--format', format]),
    ...(bare ? ['--bare'] : []),
    ...(theory === false ? ['--no-theory'] : []),
    ...(theme === undefined ? [] : ['--theme', theme]),
  ];
}

function textOf(engineOf: SweepEngine, recipe: Recipe, flags: SubmitFlags): string {
  const all = Array.from({ length: recipe.shards }, (_, i) => i);
  switch (engineOf) {
    case 'slurm':
      return `${slurmSubmission(recipe, all).join('\n')}\n`;
    case 'parallel':
      return `${parallelCommands(recipe, all).join('\n')}\n`;
    case 'kubernetes':
      return kubernetesJobs(recipe, flags);
  }
}

/** Hands a text to a program's stdin, and waits for its end. @throws Failure */
async function runShell(command: string, text: string): Promise<void> {
  const [program, ...args] = command.split(' ');
  const child = spawn(program!, args, { stdio: ['pipe', 'inherit', 'inherit'] });
  const code = await new Promise<number | null>((done, reject) => {
    child.on('error', (error) =>
      reject(new Failure(`${shortened(command)} cannot be run: ${error.message}`)),
    );
    child.on('close', done);
    child.stdin.on('error', () => {}).end(text);
  });
  if (code !== 0)
    throw new Failure(`${shortened(command)} ended with ${code}; what it said is above`);
}
