import type { Results, Trajectory } from '../experiment/engine.ts';
import { cpuEngine } from './engine.ts';
import type { Reply, Request, Task } from './messages.ts';

/** A worker's side of a pool: give it the requests, it gives the replies. */
export function serverOf(reply: (message: Reply) => void): (request: Request) => void {
  const running = new Map<number, AbortController>();

  const run = (task: Task, signal: AbortSignal): Promise<Trajectory[] | Results> => {
    const { id, experiment } = task;
    if (task.kind === 'trace') return cpuEngine.trace(experiment, task.starts, task.count);
    return cpuEngine.measure(experiment, task.starts, {
      signal,
      ...(task.measures && { measures: task.measures }),
      ...(task.varied && { varied: task.varied }),
      ...(task.visits && { visits: task.visits }),
      equilibria: task.equilibria,
      progress: (share) => reply({ kind: 'progress', id, share }),
    });
  };

  const answer = async (task: Task): Promise<void> => {
    const { id } = task;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const value = await run(task, abort.signal);
      // They belong to this task alone.
      const counts = task.kind === 'measure' ? task.visits?.counts : undefined;
      reply({ kind: 'done', id, value, counts });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply({ kind: 'failed', id, message });
    } finally {
      running.delete(id);
    }
  };

  return (request) => {
    if (request.kind === 'abort') running.get(request.id)?.abort();
    else void answer(request);
  };
}
