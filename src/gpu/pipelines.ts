import type { Experiment } from '../experiment/experiment.ts';
import type { GpuContext } from './context.ts';
import type { Linked } from './linker.ts';
import { commonOverrideValues, linkedModifiers, overrideValues } from './parameters.ts';
import { kernelOf, type Kernel, type KernelChoice } from './programs.ts';

/** Threads in a workgroup of every one-dimensional kernel. */
export const WORKGROUP = 64;

/** Most workgroups along one dimension of a dispatch. */
const MOST_GROUPS = 65_535;

/**
 * A compute pipeline with the kernel's only entry point.
 * @param constants values of the kernel's `override` declarations beside the workgroup's size
 * @throws Error for WGSL that is refused
 */
export function computePipeline(
  { pipelines }: GpuContext,
  linked: Linked,
  constants: Readonly<Record<string, number>> = {},
): Promise<GPUComputePipeline> {
  return pipelines.compute(linked, { ...constants, WORKGROUP });
}

/** Binds resources to bindings 0, 1, 2, … of group 0; an undefined one leaves its binding out. */
export function bind(
  { device }: GpuContext,
  pipeline: GPUComputePipeline | GPURenderPipeline,
  resources: readonly (GPUBuffer | GPUTextureView | GPUSampler | undefined)[],
): GPUBindGroup {
  return device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: resources.flatMap((resource, binding) =>
      resource
        ? { binding, resource: resource instanceof GPUBuffer ? { buffer: resource } : resource }
        : [],
    ),
  });
}

/** At least `count` invocations; beyond the most of one dimension, in rows of two. */
export function dispatchAll(pass: GPUComputePassEncoder, count: number): void {
  const groups = Math.ceil(count / WORKGROUP);
  pass.dispatchWorkgroups(Math.min(groups, MOST_GROUPS), Math.ceil(groups / MOST_GROUPS));
}

export function uniformBuffer({ device }: GpuContext, size: number): GPUBuffer {
  return device.createBuffer({ size, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
}

/** @param more usage beside storage and copies */
export function storageBuffer({ device }: GpuContext, size: number, more = 0): GPUBuffer {
  return device.createBuffer({
    size,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC | more,
  });
}

/** The first `size` bytes of a buffer, as float32. */
export async function readFloats(
  { device }: GpuContext,
  source: GPUBuffer,
  size: number,
): Promise<Float32Array> {
  const staging = device.createBuffer({
    size,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  try {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(source, 0, staging, 0, size);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    return new Float32Array(staging.getMappedRange().slice(0));
  } finally {
    staging.destroy();
  }
}

/** What else a kernel's pipeline is chosen by, beside the experiment. */
export interface Choice extends Omit<KernelChoice, 'modifiers'> {
  /** Values of the kernel's own `override` declarations. */
  readonly constants?: Readonly<Record<string, number>>;
}

/** The compute pipelines of one kernel, compiled once for each model, method and choice. */
export class KernelPipelines {
  private readonly context: GpuContext;
  private readonly kernel: Kernel;
  private readonly compiling = new Map<string, Promise<GPUComputePipeline>>();
  private readonly compiled = new Map<string, GPUComputePipeline>();

  constructor(context: GpuContext, kernel: Kernel) {
    this.context = context;
    this.kernel = kernel;
  }

  /** @throws Error where the shader is refused or the device failed. */
  of(experiment: Experiment, choice: Choice = {}): Promise<GPUComputePipeline> {
    const key = keyOf(experiment, choice);
    const existing = this.compiling.get(key);
    if (existing) return existing;
    const modifiers = linkedModifiers(experiment, choice.varied);
    const linked = kernelOf(this.kernel, experiment, { ...choice, modifiers });
    const overrides = this.kernel === 'measure' ? commonOverrideValues : overrideValues;
    const constants = { ...overrides(experiment, choice.varied), ...choice.constants };
    const pipeline = computePipeline(this.context, linked, constants);
    this.compiling.set(key, pipeline);
    void pipeline.then(
      (result) => this.compiled.set(key, result),
      // Rejected for whoever asked; the next one who asks compiles again.
      () => this.compiling.delete(key),
    );
    return pipeline;
  }

  /** The pipeline if it is compiled already. */
  ready(experiment: Experiment, choice: Choice = {}): GPUComputePipeline | undefined {
    return this.compiled.get(keyOf(experiment, choice));
  }
}

function keyOf(experiment: Experiment, choice: Choice): string {
  return JSON.stringify([
    experiment.game?.hash ?? experiment.model,
    experiment.method,
    overrideValues(experiment, choice.varied),
    linkedModifiers(experiment, choice.varied),
    choice,
  ]);
}
