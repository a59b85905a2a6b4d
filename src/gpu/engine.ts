import { COLUMNS, type Engine, type Results } from '../experiment/engine.ts';
import { rangesOfVaried, type Varied } from '../experiment/grid.ts';
import { fromTarget, traceFromTarget } from '../experiment/equilibrium/target.ts';
import { needsOf } from '../experiment/needs.ts';
import type { Visits } from '../measures/visits.ts';
import type { Message } from '../models/message.ts';
import { GPU_MESSAGES, type GpuContext } from './context.ts';
import { compensates } from './compensation.ts';
import { Ensemble } from './ensemble.ts';
import type { EnsembleOptions, VariedSource } from './run.ts';
import { basinStatesLoader } from './map/load-basin-states.ts';
import { decode, resultBytes } from './results.ts';
import { KernelPipelines, readFloats, storageBuffer } from './pipelines.ts';
import { orderInLanes, reordered } from './starts/tile-starts.ts';
import { traceOnGpu } from './tracer.ts';

/** Parameters of all starts as a source of those of some. */
function variedSource(varied: Varied): VariedSource {
  const { names, values } = varied;
  return {
    ranges: rangesOfVaried(varied),
    of: (first, count) => ({
      names,
      values: values.subarray(names.length * first, names.length * (first + count)),
    }),
  };
}

function inOrder({ names, values }: Varied, order: Uint32Array): Varied {
  return { names, values: reordered(values, names.length, order) };
}

/** Says so where this adapter's compiler undoes compensated sums. */
async function caveatOf(context: GpuContext): Promise<Message | undefined> {
  try {
    return (await compensates(context)) ? undefined : GPU_MESSAGES.notCompensated;
  } catch {
    // The device was lost or destroyed, which is reported elsewhere.
    return undefined;
  }
}

/**
 * The gpu engine: float32 on the context's device, which stays the caller's. Jobs of `measure` run one
 * after the other, since they share buffers; an abort is seen between dispatches. Results are a
 * `Float32Array`. A lost device rejects what is under way.
 * @param options other ways to integrate, to compare their speed
 */
export function gpuEngine(context: GpuContext, options: EnsembleOptions = {}): Engine {
  const ensemble = new Ensemble(context, options);
  const tracing = new KernelPipelines(context, 'trace');
  const tile = storageBuffer(context, resultBytes(ensemble.tile));
  const loadBasinStates = basinStatesLoader(context);
  let queue: Promise<unknown> = Promise.resolve();

  const visitCounts = async (visits: Visits) => {
    // Most maps count nothing.
    const [{ VisitCounts }, { default: code }] = await Promise.all([
      import('./map/visit-counts.ts'),
      import('../../shaders/visits/counted.wgsl?raw'),
    ]);
    return new VisitCounts(context, visits, { path: 'shaders/visits/counted.wgsl', code });
  };

  const measure: Engine['measure'] = async (experiment, given, job) => {
    // What is counted has its place by the start's own number.
    const mayReorder = job?.varied && !job.visits;
    const order = mayReorder && orderInLanes(ensemble.lanes, experiment, job.varied);
    const centred = fromTarget(experiment, given);
    const starts = order ? reordered(centred, 4, order) : centred;
    const count = starts.length / 4;
    const results: Results = new Float32Array(COLUMNS * count);
    const varied = job?.varied && variedSource(order ? inOrder(job.varied, order) : job.varied);
    const visits = job?.visits && (await visitCounts(job.visits));
    const basins = await loadBasinStates(experiment, job);
    // A tile's results are fetched while the next one is computed.
    let fetching: Promise<void> = Promise.resolve();
    const run = ensemble.run({
      experiment,
      count,
      starts: (first, size, out) => out.set(starts.subarray(4 * first, 4 * (first + size))),
      results: tile,
      needs: needsOf(experiment, job?.measures, varied?.ranges),
      ...(varied && { varied, isPaired: Boolean(order) }),
      ...(visits && { visits }),
      ...(basins && { basins }),
      offsetOf: () => 0,
      tileDone: async (first, size) => {
        const rows = readFloats(context, tile, resultBytes(size));
        // Where the tile before has failed nobody waits for this one.
        rows.catch(() => {});
        await fetching;
        fetching = rows.then((values) => {
          const own = decode(values);
          if (!order) return results.set(own, COLUMNS * first);
          order.subarray(first, first + size).forEach((start, i) => {
            results.set(own.subarray(COLUMNS * i, COLUMNS * (i + 1)), COLUMNS * start);
          });
        });
        // A failure is thrown where it is waited for, which another one may prevent.
        fetching.catch(() => {});
      },
      ...(job?.progress ? { progress: job.progress } : {}),
      cancelled: () => job?.signal?.aborted ?? false,
    });
    try {
      if (await run) await visits?.read();
      await fetching;
    } finally {
      visits?.destroy();
      basins?.buffer.destroy();
    }
    job?.signal?.throwIfAborted();
    return results;
  };

  return {
    kind: 'gpu',
    adapter: context.adapterName,
    statusNote: caveatOf(context),
    trace: (experiment, starts, count) =>
      traceFromTarget(experiment, starts, (centred) =>
        traceOnGpu(context, tracing, experiment, centred, count),
      ),
    // One run at a time: they share the ensemble's buffers.
    measure: (experiment, starts, job) => {
      const next = queue.then(() => measure(experiment, starts, job));
      queue = next.catch(() => {});
      return next;
    },
    destroy: () => {
      ensemble.destroy();
      tile.destroy();
    },
  };
}
