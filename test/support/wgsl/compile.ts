/**
 * Compiles WGSL with whatever WebGPU the process has: the module, then a pipeline for each entry
 * point, which validates more. Runs in Node and in Deno, so it imports nothing.
 */
export interface ShaderSource {
  readonly name: string;
  readonly code: string;
  /** Default: every entry point of the source. */
  readonly entryPoints?: readonly string[];
  /** Values of `override` declarations. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Formats of the colour targets of its render pipelines. Default: one `rgba8unorm`. */
  readonly targets?: readonly GPUTextureFormat[];
  readonly blend?: GPUBlendState;
  readonly topology?: GPUPrimitiveTopology;
}

export interface ShaderError {
  readonly name: string;
  /** The entry point whose pipeline failed; absent when the module itself did. */
  readonly entryPoint?: string;
  readonly message: string;
}

interface EntryPoint {
  readonly stage: 'compute' | 'vertex' | 'fragment';
  readonly name: string;
}

/** What is wrong with the sources; empty when nothing is. */
export async function compile(
  device: GPUDevice,
  sources: readonly ShaderSource[],
): Promise<ShaderError[]> {
  const errors: ShaderError[] = [];
  for (const source of sources) {
    const { module, messages } = await compileModule(device, source);
    errors.push(...messages.map((message) => ({ name: source.name, message })));
    if (messages.length > 0) continue;
    for (const { entryPoint, create } of pipelines(device, module, source)) {
      const message = await capture(device, create);
      if (message) errors.push({ name: source.name, entryPoint, message });
    }
  }
  return errors;
}

async function compileModule(device: GPUDevice, { code, name }: ShaderSource) {
  let module!: GPUShaderModule;
  const failure = await capture(device, () => {
    module = device.createShaderModule({ code, label: name });
  });
  const { messages } = await module.getCompilationInfo();
  const errors = messages
    .filter(({ type }) => type === 'error')
    .map(({ lineNum, linePos, message }) => `${lineNum}:${linePos} ${message}`);
  return { module, messages: errors.length === 0 && failure ? [failure] : errors };
}

/** The validation error of an action, if there is one. */
async function capture(device: GPUDevice, action: () => void): Promise<string | undefined> {
  device.pushErrorScope('validation');
  let thrown: string | undefined;
  try {
    action();
  } catch (error) {
    thrown = error instanceof Error ? error.message : 'unknown error';
  }
  const error = await device.popErrorScope();
  return error?.message ?? thrown;
}

/**
 * The pipelines of a source: one for each compute entry point, one for each fragment entry point
 * with the vertex entry point of the same rank (or the last, where there are fewer of them).
 */
function* pipelines(device: GPUDevice, module: GPUShaderModule, source: ShaderSource) {
  const { code, entryPoints, constants = {}, targets = ['rgba8unorm'], blend, topology } = source;
  const all = findEntryPoints(code).filter(({ name }) => entryPoints?.includes(name) ?? true);
  const named = (stage: EntryPoint['stage']) =>
    all.filter((entry) => entry.stage === stage).map(({ name }) => name);
  const layout = 'auto';

  for (const entryPoint of named('compute')) {
    yield {
      entryPoint,
      create: () =>
        void device.createComputePipeline({ layout, compute: { module, entryPoint, constants } }),
    };
  }
  const vertices = named('vertex');
  for (const [rank, entryPoint] of named('fragment').entries()) {
    const vertex = vertices[Math.min(rank, vertices.length - 1)];
    if (vertex === undefined) continue;
    const descriptor: GPURenderPipelineDescriptor = {
      layout,
      vertex: { module, entryPoint: vertex, constants },
      fragment: {
        module,
        entryPoint,
        constants,
        targets: targets.map((format) => (blend ? { format, blend } : { format })),
      },
      primitive: { topology: topology ?? 'triangle-list' },
    };
    yield { entryPoint, create: () => void device.createRenderPipeline(descriptor) };
  }
}

function findEntryPoints(code: string): EntryPoint[] {
  const bare = code.replaceAll(/\/\/.*$/gm, '').replaceAll(/\/\*[^]*?\*\//g, '');
  const entries = bare.matchAll(/@(compute|vertex|fragment)\b[^{;]*?\bfn\s+(\w+)/g);
  return [...entries].map(([, stage, name]) => ({
    stage: stage as EntryPoint['stage'],
    name: String(name),
  }));
}
