import FUNCTIONS from '../../../shaders/expression.wgsl?raw';
import { bodyOf } from '../../../src/game/expression/wgsl.ts';
import type { Node } from '../../../src/game/expression/graph.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { link } from '../../../src/gpu/linker.ts';
import {
  bind,
  computePipeline,
  readFloats,
  storageBuffer,
  WORKGROUP,
} from '../../../src/gpu/pipelines.ts';
import { file, sharedConstants } from '../../../src/gpu/programs.ts';

const INPUTS = { phi1: 's.x', phi2: 's.y', theta1: 's.z', theta2: 's.w' };

/**
 * The values of nodes at states, computed in WGSL with the parameter k.
 * @param vectors four nodes each, each with nodes of its own graph
 * @returns of each state the vectors in order
 */
export async function evaluatedOnGpu(
  context: GpuContext,
  vectors: readonly (readonly Node[])[],
  k: number,
  states: Float64Array,
): Promise<Float32Array> {
  const functions = vectors.map(
    (four, i) => `fn vector${i}(s: vec4f) -> vec4f {\n${bodyOf(four, INPUTS)}\n}`,
  );
  const calls = vectors.map((_, i) => `    results[row + ${i}u] = vector${i}(s);`);
  const code = `
struct Parameters { k: f32 }
const parameters = Parameters(f32(${k}));
${functions.join('\n')}
@group(0) @binding(0) var<storage, read> states: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> results: array<vec4f>;
override WORKGROUP: u32 = 64u;
@compute @workgroup_size(WORKGROUP)
fn evaluate(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < ${states.length / 4}u) {
    let s = states[id.x];
    let row = id.x * ${vectors.length}u;
${calls.join('\n')}
  }
}`;
  const linked = link([
    sharedConstants(),
    ...['norms', 'logistic'].map(file),
    { path: 'expression', code: FUNCTIONS },
    { path: 'test', code },
  ]);
  const pipeline = await computePipeline(context, linked, {});
  const [input, output] = [4 * states.length, 4 * states.length * vectors.length].map((size) =>
    storageBuffer(context, size),
  ) as [GPUBuffer, GPUBuffer];
  context.device.queue.writeBuffer(input, 0, new Float32Array(states));
  const encoder = context.device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bind(context, pipeline, [input, output]));
  pass.dispatchWorkgroups(Math.ceil(states.length / 4 / WORKGROUP));
  pass.end();
  context.device.queue.submit([encoder.finish()]);
  const results = await readFloats(context, output, output.size);
  input.destroy();
  output.destroy();
  return results;
}
