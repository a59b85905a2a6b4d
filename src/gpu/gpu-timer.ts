/**
 * How long a compute pass took on the adapter, in milliseconds: by timestamps where there are any,
 * which leaves out what else the queue had to do, otherwise by when the queue was done.
 */
export interface GpuTimer {
  /** What the pass has to be begun with. */
  readonly descriptor: GPUComputePassDescriptor;
  /** After the pass, with the encoder it was in. */
  record(encoder: GPUCommandEncoder): void;
  /** After the encoder was submitted: resolves when the pass is done. */
  elapsed(): Promise<number>;
  destroy(): void;
}

export function gpuTimerOf(device: GPUDevice): GpuTimer {
  return device.features.has('timestamp-query') ? timestamps(device) : completion(device);
}

function timestamps(device: GPUDevice): GpuTimer {
  const querySet = device.createQuerySet({ type: 'timestamp', count: 2 });
  const resolved = device.createBuffer({
    size: 16,
    usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
  });
  const idle: GPUBuffer[] = [];
  const waiting: GPUBuffer[] = [];
  return {
    descriptor: {
      timestampWrites: { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 },
    },
    record: (encoder) => {
      const staging =
        idle.pop() ??
        device.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
      encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, 16);
      waiting.push(staging);
    },
    elapsed: async () => {
      const staging = waiting.shift()!;
      await staging.mapAsync(GPUMapMode.READ);
      const [begin, end] = new BigUint64Array(staging.getMappedRange());
      const nanoseconds = Number(end! - begin!);
      staging.unmap();
      idle.push(staging);
      return nanoseconds / 1e6;
    },
    destroy: () => {
      querySet.destroy();
      for (const buffer of [resolved, ...idle, ...waiting]) buffer.destroy();
    },
  };
}

function completion(device: GPUDevice): GpuTimer {
  let lastEnd = 0;
  return {
    descriptor: {},
    record: () => {},
    elapsed: async () => {
      const begin = performance.now();
      await device.queue.onSubmittedWorkDone();
      const end = performance.now();
      const elapsed = end - Math.max(begin, lastEnd);
      lastEnd = end;
      return elapsed;
    },
    destroy: () => {},
  };
}
