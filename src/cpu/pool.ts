import {
  COLUMNS,
  type Engine,
  type Job,
  type Results,
  type Trajectory,
} from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { rangesOfVaried, type Varied } from '../experiment/grid.ts';
import { basinFinder } from '../experiment/equilibrium/basin-finder.ts';
import { needsOf } from '../experiment/needs.ts';
import type { Visits } from '../measures/visits.ts';
import {
  openWorkerPool,
  type OpenWorker,
  type PooledTask,
  type WorkerPool,
} from './worker-pool.ts';

/** Steps of single starts in a part of the work: some 50 ms, long beside what sending it costs. */
const PART = 500_000;

/**
 * The cpu engine in workers. Starts are dispatched in parts, so that none waits for the slowest; the
 * results do not depend on how. Workers begin when there is work for them, and anew with another
 * model or method: a JavaScript engine makes a loop fast for what it has seen in it, and mixed
 * company costs threefold.
 * An abort stops the parts under way; a worker that fails rejects all jobs, and new ones begin with new
 * workers. `destroy` rejects jobs with an AbortError.
 * @param size workers at most
 */
export function pooledEngine(open: OpenWorker, size: number, adapter: string): Engine {
  const pool = openWorkerPool(open, size);
  const basins = basinFinder();
  let shape = '';

  /** Starts with new workers where the loops of the present ones were fast for something else. */
  const prepare = (experiment: Experiment, job?: Job) => {
    const ranges = job?.varied && rangesOfVaried(job.varied);
    const { tangents } = needsOf(experiment, job?.measures, ranges);
    const next = `${experiment.model} ${experiment.method} ${tangents}`;
    if (next !== shape) pool.terminateIdle();
    shape = next;
  };

  return {
    kind: 'cpu',
    adapter,
    trace: (experiment, starts, count) =>
      new Promise((resolve, reject) => {
        const task = { kind: 'trace', id: pool.nextId(), experiment, starts, count } as const;
        const done = (value: Trajectory[] | Results) => resolve(value as Trajectory[]);
        pool.submit([{ task, done, failed: reject, progress: () => {} }]);
      }),
    measure: async (experiment, starts, job) => {
      job?.signal?.throwIfAborted();
      prepare(experiment, job);
      const equilibria = await basins(experiment, job);
      job?.signal?.throwIfAborted();
      return measureInParts(pool, size, experiment, starts, { ...job, equilibria });
    },
    destroy: () => pool.terminate(new DOMException('destroyed', 'AbortError')),
  };
}

/** `Engine.measure` of a signal that is not aborted yet, in parts for `size` workers. */
function measureInParts(
  pool: WorkerPool,
  size: number,
  experiment: Experiment,
  starts: Float64Array,
  job: Job & Required<Pick<Job, 'equilibria'>>,
): Promise<Results> {
  return new Promise((resolve, reject) => {
    const { signal } = job;
    const count = starts.length / 4;
    const results = new Float64Array(count * COLUMNS);
    const each = partOf(count, scheduleFor(experiment).steps, size, job.visits);
    const shares = new Map<number, number>();
    const ids = new Set<number>();
    let left = Math.ceil(count / each);
    if (left === 0) resolve(results);
    const settle = (end: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    const fail = (error: Error) => {
      pool.abort(ids);
      settle(() => reject(error));
    };
    const onAbort = () => fail(signal!.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
    const report = (first: number, done: number) => {
      shares.set(first, done);
      if (!signal?.aborted) job.progress?.([...shares.values()].reduce((a, b) => a + b) / count);
    };
    const taskOf = (first: number): PooledTask => {
      const end = Math.min(first + each, count);
      const part = starts.slice(4 * first, 4 * end);
      const varied = job.varied && partOfVaried(job.varied, first, end);
      const visits = job.visits && partOfVisits(job.visits, first, end);
      const id = pool.nextId();
      ids.add(id);
      const { measures, equilibria } = job;
      return {
        task: {
          kind: 'measure',
          id,
          experiment,
          starts: part,
          measures,
          varied,
          visits,
          equilibria,
        },
        done(value, counts) {
          results.set(value as Results, first * COLUMNS);
          if (counts) addVisits(job.visits!, first, counts);
          report(first, part.length / 4);
          left -= 1;
          if (left === 0) settle(() => resolve(results));
        },
        failed: fail,
        progress: (share) => report(first, (share * part.length) / 4),
      };
    };
    const tasks: PooledTask[] = [];
    for (let first = 0; first < count; first += each) tasks.push(taskOf(first));
    pool.submit(tasks);
  });
}

function partOfVaried({ names, values }: Varied, first: number, end: number): Varied {
  return { names, values: values.slice(names.length * first, names.length * end) };
}

/** The columns of some starts with nothing counted yet; these of a part begin with a whole column. */
function partOfVisits({ bins }: Visits, first: number, end: number): Visits {
  const columns = Math.ceil((end - first) / bins.startsPerColumn);
  return { bins, counts: new Uint32Array(bins.rows * columns) };
}

function addVisits({ bins, counts }: Visits, first: number, counted: Uint32Array): void {
  const at = bins.rows * Math.floor(first / bins.startsPerColumn);
  counted.forEach((count, i) => (counts[at + i]! += count));
}

/**
 * Starts in a part: an even number, as two go together; of those whose visits are counted, whole columns.
 */
function partOf(count: number, steps: number, size: number, visits?: Visits): number {
  const fair = Math.ceil(count / size);
  const short = Math.ceil(PART / steps);
  const wanted = Math.max(1, Math.min(fair, short));
  const unit = visits ? leastEven(visits.bins.startsPerColumn) : 2;
  return unit * Math.ceil(wanted / unit);
}

/** The least even multiple. */
function leastEven(count: number): number {
  return count % 2 === 0 ? count : 2 * count;
}
