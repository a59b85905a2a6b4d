import { arrayExpression } from './shard.ts';
/** What hands the shards of a map to an engine of its own: Slurm, Kubernetes, GNU parallel. */

/** The engines that `ganfield submit` writes for. */
export const SWEEP_ENGINES = ['slurm', 'kubernetes', 'parallel'] as const;

export type SweepEngine = (typeof SWEEP_ENGINES)[number];

/** All that a recipe says. */
export interface Recipe {
  /** Of the jobs: letters, digits and hyphens. */
  readonly name: string;
  /** Words of the command that computes a shard, without `--shard`. */
  readonly compute: readonly string[];
  /** Words of the command that joins the parts. */
  readonly join: readonly string[];
  /** Where the parts go; an absolute path. */
  readonly folder: string;
  readonly shards: number;
  /** Most tasks that the site takes in one array. */
  readonly mostTasks: number;
  /** Of one task: MB and seconds that are asked for. */
  readonly megabytes: number;
  readonly seconds: number;
  /** Processors of one task. */
  readonly processors: number;
}

/** A batch script of Slurm for the tasks of one array, whose first one is `$GANFIELD_FIRST`. */
export function slurmShard(recipe: Recipe): string {
  const { name, compute, folder, shards, megabytes, seconds, processors } = recipe;
  return `#!/bin/sh
#SBATCH --job-name=${name}
#SBATCH --cpus-per-task=${processors}
#SBATCH --mem=${megabytes}M
#SBATCH --time=${slurmTime(seconds)}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=${slurmPath(folder)}/log-%A_%a.txt
# A part that is there and right is not computed again; one is whole or absent, however the task ends.
exec ${words(compute)} --shard "$((\${GANFIELD_FIRST:-0} + SLURM_ARRAY_TASK_ID))/${shards}"
`;
}

/** A batch script of Slurm that joins the parts. */
export function slurmJoin({ name, join, folder, megabytes, seconds }: Recipe): string {
  return `#!/bin/sh
#SBATCH --job-name=${name}-join
#SBATCH --mem=${megabytes}M
#SBATCH --time=${slurmTime(seconds)}
#SBATCH --open-mode=append
#SBATCH --output=${slurmPath(folder)}/log-join.txt
exec ${words(join)}
`;
}

/** The shell commands that submit shards as arrays of at most `mostTasks`, and the join after them. */
export function slurmSubmission(recipe: Recipe, missing: readonly number[]): readonly string[] {
  const { folder, mostTasks } = recipe;
  const script = word(`${folder}/shard.sbatch`);
  const arrays = arraysOf(missing, mostTasks);
  const jobs = arrays.map(
    ({ first, tasks }, i) =>
      `job${i}=$(GANFIELD_FIRST=${first} sbatch --parsable --export=ALL --comment=${first} --array=${tasks} ${script})`,
  );
  const after = arrays.map((_, i) => `$job${i}`).join(':');
  return [
    ...jobs,
    `sbatch --parsable --dependency=afterok:${after} ${word(`${folder}/join.sbatch`)}`,
  ];
}

interface TaskArray {
  readonly first: number;
  readonly tasks: string;
}

/** Arrays whose numbers begin at 0 each, so that none is beyond what a site allows. */
function arraysOf(numbers: readonly number[], most: number): readonly TaskArray[] {
  const byArray = new Map<number, number[]>();
  for (const number of numbers) {
    const first = most * Math.floor(number / most);
    byArray.set(first, [...(byArray.get(first) ?? []), number - first]);
  }
  return [...byArray].map(([first, tasks]) => ({ first, tasks: arrayExpression(tasks) }));
}

/** An indexed job of Kubernetes, and the job that joins, to be applied when it is complete. */
export function kubernetesJobs(
  recipe: Recipe,
  { image, claim }: { readonly image: string; readonly claim: string },
): string {
  const { name, compute, join, folder, shards, megabytes, seconds, processors } = recipe;
  const job = (suffix: string, spec: readonly string[], command: readonly string[]) =>
    `apiVersion: batch/v1
kind: Job
metadata:
  name: ${JSON.stringify(`${name}${suffix}`)}
spec:
${spec.map((line) => `  ${line}\n`).join('')}  backoffLimit: 6
  template:
    spec:
      restartPolicy: OnFailure
      terminationGracePeriodSeconds: 5
      containers:
        - name: ganfield
          image: ${JSON.stringify(image)}
          command: ${JSON.stringify(command)}
          resources:
            requests: { cpu: "${processors}", memory: "${megabytes}Mi" }
          volumeMounts:
            - { name: sweep, mountPath: ${JSON.stringify(folder)} }
      volumes:
        - name: sweep
          persistentVolumeClaim: { claimName: ${JSON.stringify(claim)} }
`;
  const indexed = [
    'completionMode: Indexed',
    `completions: ${shards}`,
    `parallelism: ${shards}`,
    `activeDeadlineSeconds: ${seconds * shards}`,
  ];
  const shard = [...compute, '--shard', 'auto', '--shards', String(shards)];
  return `# The volume is the folder ${folder}: its experiment.json has to be there.
${job('', indexed, shard)}---
# Apply this one when the other is complete: kubectl wait --for=condition=complete job/${name}
${job('-join', ['completions: 1'], join)}`;
}

/** Shell commands for GNU parallel: as many tasks at once as there are processors, and the join. */
export function parallelCommands(recipe: Recipe, missing: readonly number[]): readonly string[] {
  const { compute, join, folder, shards, processors } = recipe;
  const jobs = processors > 1 ? ` --jobs ${Math.round(100 / processors)}%` : '';
  const log = word(`${folder}/joblog.txt`);
  return [
    `printf '%s\\n' ${missing.join(' ')} | parallel --quote${jobs} --joblog +${log} --termseq TERM,5000,KILL ${words(compute)} --shard {}/${shards}`,
    words(join),
  ];
}

/** Hours, minutes and seconds as Slurm reads them, in whole minutes. */
function slurmTime(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:00`;
}

/** A path in an #SBATCH line, where `%` begins a pattern. */
function slurmPath(path: string): string {
  const escaped = path.replaceAll('%', '%%');
  return /^[\w/.%+:@=-]+$/.test(escaped) ? escaped : `"${escaped.replaceAll('"', '\\"')}"`;
}

export function words(parts: readonly string[]): string {
  return parts.map(word).join(' ');
}

/** A word of a shell's command. */
function word(text: string): string {
  return /^[\w/.,:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
