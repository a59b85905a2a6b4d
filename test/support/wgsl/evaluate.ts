import type { Experiment } from '../../../src/experiment/experiment.ts';
import type { GpuContext } from '../../../src/gpu/context.ts';
import { link } from '../../../src/gpu/linker.ts';
import {
  linkedModifiers,
  overrideValues,
  parameterLayout,
  parameterValues,
} from '../../../src/gpu/parameters.ts';
import {
  bind,
  computePipeline,
  readFloats,
  storageBuffer,
  uniformBuffer,
  WORKGROUP,
} from '../../../src/gpu/pipelines.ts';
import { dynamics } from '../../../src/gpu/programs.ts';

/**
 * Evaluates a WGSL expression of type vec4f with the dynamics of an experiment, once for each row.
 * @param inputs rows of four numbers by the name that they have in the expression, equally many
 * @returns rows of four numbers
 */
export async function evaluate(
  context: GpuContext,
  experiment: Experiment,
  expression: string,
  inputs: Readonly<Record<string, Float64Array>>,
): Promise<Float32Array> {
  const { queue } = context.device;
  const names = Object.keys(inputs);
  const numbers = Object.values(inputs)[0]!.length;
  const declarations = names.map(
    (name, i) => `@group(0) @binding(${i + 2}) var<storage, read> ${name}Rows: array<vec4f>;`,
  );
  const kernel = {
    path: 'test',
    code: `
@group(0) @binding(1) var<storage, read_write> output: array<vec4f>;
${declarations.join('\n')}
override WORKGROUP: u32 = 64u;
@compute @workgroup_size(WORKGROUP)
fn evaluate(@builtin(global_invocation_id) id: vec3u) {
  loadParameters();
  if (id.x < ${numbers / 4}u) {
    ${names.map((name) => `let ${name} = ${name}Rows[id.x];`).join('\n    ')}
    output[id.x] = ${expression};
  }
}`,
  };
  const pipeline = await computePipeline(
    context,
    link([...dynamics(experiment, 'state', linkedModifiers(experiment)), kernel]),
    overrideValues(experiment),
  );
  const layout = parameterLayout(experiment);
  const uniform = uniformBuffer(context, layout.size);
  queue.writeBuffer(uniform, 0, layout.pack(parameterValues(experiment)));
  const output = storageBuffer(context, 4 * numbers);
  const rows = Object.values(inputs).map((values) => {
    const buffer = storageBuffer(context, 4 * numbers);
    queue.writeBuffer(buffer, 0, new Float32Array(values));
    return buffer;
  });
  const buffers = [uniform, output, ...rows];
  const encoder = context.device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bind(context, pipeline, buffers));
  pass.dispatchWorkgroups(Math.ceil(numbers / 4 / WORKGROUP));
  pass.end();
  queue.submit([encoder.finish()]);
  const result = await readFloats(context, output, 4 * numbers);
  for (const buffer of buffers) buffer.destroy();
  return result;
}
