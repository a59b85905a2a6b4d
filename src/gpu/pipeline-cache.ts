import type { Linked } from './linker.ts';

/** Pipelines that are kept; beyond, the ones asked for longest ago are dropped. */
const MOST = 128;

/**
 * The pipelines of a device, compiled once for everybody who draws and computes on it: compiling
 * takes a software adapter longer than a small map.
 */
export class PipelineCache {
  private readonly device: GPUDevice;
  private readonly compiling = new Map<string, Promise<GPUComputePipeline | GPURenderPipeline>>();

  constructor(device: GPUDevice) {
    this.device = device;
  }

  /**
   * A compute pipeline with the shader's only entry point.
   * @param constants values of the shader's `override` declarations
   * @throws Error for WGSL that is refused, or where the device failed
   */
  compute(
    linked: Linked,
    constants: Readonly<Record<string, number>>,
  ): Promise<GPUComputePipeline> {
    const key = JSON.stringify(['compute', linked.code, constants]);
    return this.once(key, async () =>
      this.device.createComputePipelineAsync({
        layout: 'auto',
        compute: { module: await moduleOf(this.device, linked), constants },
      }),
    ) as Promise<GPUComputePipeline>;
  }

  /**
   * A pipeline with the shader's only vertex and fragment entry points.
   * @throws Error for WGSL that is refused, or where the device failed
   */
  draw(linked: Linked, target: GPUColorTargetState): Promise<GPURenderPipeline> {
    const key = JSON.stringify(['draw', linked.code, target]);
    return this.once(key, async () => {
      const module = await moduleOf(this.device, linked);
      return this.device.createRenderPipelineAsync({
        layout: 'auto',
        vertex: { module },
        fragment: { module, targets: [target] },
      });
    }) as Promise<GPURenderPipeline>;
  }

  private once(
    key: string,
    compile: () => Promise<GPUComputePipeline | GPURenderPipeline>,
  ): Promise<GPUComputePipeline | GPURenderPipeline> {
    const pipeline = this.compiling.get(key) ?? compile();
    // A map keeps the order of insertion: the first is the one asked for longest ago.
    this.compiling.delete(key);
    this.compiling.set(key, pipeline);
    if (this.compiling.size > MOST) this.compiling.delete(this.compiling.keys().next().value!);
    // Rejected for whoever asked; the next one who asks compiles again.
    pipeline.catch(() => {
      if (this.compiling.get(key) === pipeline) this.compiling.delete(key);
    });
    return pipeline;
  }
}

/** Compiles, and reports errors by the file and line they come from. */
async function moduleOf(device: GPUDevice, linked: Linked): Promise<GPUShaderModule> {
  const module = device.createShaderModule({ code: linked.code });
  const { messages } = await module.getCompilationInfo();
  const errors = messages.filter(({ type }) => type === 'error');
  if (errors.length > 0) {
    const lines = errors.map(({ lineNum, message }) => {
      const { path, line } = linked.locate(Math.max(1, lineNum));
      return `${path}:${line} ${message}`;
    });
    throw new Error(`invalid shader: ${lines.join('; ')}`);
  }
  return module;
}
