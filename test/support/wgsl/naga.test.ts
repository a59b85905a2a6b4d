import { expect, test } from 'vitest';
import { compileWithDawn, compileWithNaga, type ShaderSource } from './naga.ts';

const right: ShaderSource = {
  name: 'right',
  code: `
override size: u32 = 64;
@group(0) @binding(0) var<storage, read_write> values: array<f32>;
@compute @workgroup_size(size) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= arrayLength(&values)) { return; }
  values[id.x] = exp(-values[id.x]);
}
@vertex fn corner(@builtin(vertex_index) i: u32) -> @builtin(position) vec4f {
  return vec4f(f32(i), 0, 0, 1);
}
@fragment fn paint() -> @location(0) vec4f { return vec4f(1); }`,
};

/** Unknown name: both say so. */
const wrong: ShaderSource = {
  name: 'wrong',
  code: '@compute @workgroup_size(1) fn main() { let x = missing; }',
};

/** A sound module whose entry point no device can run. */
const tooLarge: ShaderSource = {
  name: 'too large',
  code: 'override size: u32 = 1; @compute @workgroup_size(size) fn main() {}',
  constants: { size: 100_000 },
};

const compilers = { Dawn: compileWithDawn, naga: compileWithNaga };

test.each(Object.entries(compilers))('%s names each wrong source and no other', async (_, run) => {
  const errors = await run([right, wrong, tooLarge]);
  expect(errors.map(({ name, entryPoint }) => [name, entryPoint])).toEqual([
    ['wrong', undefined],
    ['too large', 'main'],
  ]);
  expect(errors[0]?.message).toContain('missing');
});
