import numbered from '../../shaders/basins/numbered.wgsl?raw';
import counted from '../../shaders/visits/counted.wgsl?raw';
import { describe, expect, test } from 'vitest';
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import { SCALE_LAYOUT } from '../../src/gpu/colours.ts';
import { SUMS } from '../../src/gpu/compensation.ts';
import { OBSERVATION, OBSERVED } from '../../src/gpu/ensemble.ts';
import { DISPATCH as ensembleDispatch } from '../../src/gpu/run.ts';
import { DRAWING as flowDraw } from '../../src/gpu/flow/flow-painter.ts';
import { FLOW } from '../../src/gpu/flow/flow-plan.ts';
import { DRAWING as mapDraw } from '../../src/gpu/map/map-painter.ts';
import { DISPATCH as tracerDispatch, tracerBytes } from '../../src/gpu/tracer.ts';
import { declarationsOf, link } from '../../src/gpu/linker.ts';
import { integratorStateBytes, stateKindFor } from '../../src/gpu/integrator-state.ts';
import {
  COMMON_LAYOUT,
  linkedModifiers,
  parameterLayout,
  parameterValues,
} from '../../src/gpu/parameters.ts';
import { mapColouring, mapDrawing } from '../../src/gpu/map/map-drawing.ts';
import { compensationKernel, flowDrawing, kernelOf, KERNELS } from '../../src/gpu/programs.ts';
import { UniformLayout } from '../../src/gpu/uniforms.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import { FIELD_MODIFIERS } from '../../src/models/modifiers/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { VISITS } from '../../src/gpu/map/visit-counts.ts';
import { compileWithDawn, compileWithNaga } from '../support/wgsl/naga.ts';

const COUNTED = { path: 'shaders/visits/counted.wgsl', code: counted };
const NUMBERED = { path: 'shaders/basins/numbered.wgsl', code: numbered };
const COUNTING = { model: 'ns-gan', method: 'rk4' };

/** Ids of all modifiers of the field. */
const EVERY = FIELD_MODIFIERS.map(({ id }) => id);

/** Every model with rk4, and every method with the models that have a projection or constants. */
const pairs = [
  ...MODELS.map(({ id }) => [id, 'rk4'] as const),
  ...METHODS.flatMap(({ id }) => [['wgan-clip', id] as const, ['f-gan', id] as const]),
];

/** Every method with a model that has constants: what stands beside the models meets each method here. */
const methods = METHODS.map(({ id }) => ['f-gan', id] as const);

const sources = [
  ...KERNELS.filter((kernel) => kernel !== 'measure').flatMap((kernel) =>
    // Models share the names that one kernel knows them by.
    (kernel === 'map' ? pairs : methods).map(([model, method]) => ({
      name: `${kernel} ${model} ${method}`,
      code: kernelOf(kernel, { model, method }).code,
    })),
  ),
  ...METHODS.flatMap(({ id: method }) =>
    [[], ['l2', 'lambda', 'step']].map((varied) => ({
      name: `measure ${method} ${varied.join(' ')}`,
      code: kernelOf('measure', { model: 'wgan-gp', method }, { varied }).code,
    })),
  ),
  {
    name: 'measure that numbers basins',
    code: kernelOf('measure', { model: 'wgan-gp', method: 'rk4' }, { basins: NUMBERED }).code,
  },
  ...pairs.map(([model, method]) => ({
    name: `map of tangents ${model} ${method}`,
    code: kernelOf('map', { model, method }, { stateKind: 'tangents' }).code,
  })),
  ...pairs
    .filter(([, method]) => stateKindFor(method, 2) === 'pair')
    .map(([model, method]) => ({
      name: `map of pairs ${model} ${method}`,
      code: kernelOf('map', { model, method }, { stateKind: 'pair' }).code,
    })),
  ...methods.map(([model, method]) => ({
    name: `map over parameters ${model} ${method}`,
    code: kernelOf('map', { model, method }, { varied: ['l2', 'step'] }).code,
  })),
  // Two side by side, each with parameters of its own.
  ...methods
    .filter(([, method]) => stateKindFor(method, 2) === 'pair')
    .map(([model, method]) => ({
      name: `map of pairs over parameters ${model} ${method}`,
      code: kernelOf('map', { model, method }, { stateKind: 'pair', varied: ['l2', 'rateG'] }).code,
    })),
  ...['rk4', 'dopri5'].map((method) => ({
    name: `map that counts visits ${method}`,
    code: kernelOf('map', { model: 'wgan-gp', method }, { visits: COUNTED }).code,
  })),
  {
    name: 'map of pairs over parameters that counts visits',
    code: kernelOf(
      'map',
      { model: 'ns-gan', method: 'altgd' },
      { stateKind: 'pair', varied: ['l2'], visits: COUNTED },
    ).code,
  },
  ...['ns-gan', 'f-gan', 'wgan', 'wgan-div', 'gan-qp', 'hinge-gan'].map((model) => ({
    name: `map of tangents corrected ${model} rk4`,
    code: kernelOf('map', { model, method: 'rk4' }, { stateKind: 'tangents', modifiers: EVERY })
      .code,
  })),
  ...[[], ['l2'], ['rates'], EVERY].map((modifiers) => ({
    name: `map with modifiers ${modifiers.join(' ')}`,
    code: kernelOf('map', { model: 'f-gan', method: 'adam' }, { modifiers }).code,
  })),
  { name: 'compensation', code: compensationKernel().code },
  { name: 'map-colours', code: mapColouring().code },
  { name: 'map-draw', code: mapDrawing().code },
  { name: 'flow-draw', code: flowDrawing().code },
];

test('modifiers that are off are not in the shader', () => {
  const experiment = defaultExperiment('ns-gan', 'rk4');
  expect(linkedModifiers(experiment)).toEqual([]);
  expect(linkedModifiers(withValues(experiment, { rateG: 2 }))).toEqual(['rates']);
  expect(linkedModifiers(experiment, ['l2'])).toEqual(['l2']);
  expect(kernelOf('map', experiment, { modifiers: [] }).code).not.toMatch(/parameters\.l2/);
  expect(kernelOf('map', experiment, { modifiers: ['l2'] }).code).toMatch(/parameters\.l2/);
});

describe('every linked shader compiles', () => {
  test('with Dawn', async () => {
    expect(await compileWithDawn(sources)).toEqual([]);
  });

  // Naga checks a whole module. Its pipelines go through a driver: of a kernel, one shows that they do.
  test('with naga', async () => {
    const kernels = new Set<string>();
    const lean = sources.map((source) => {
      const [kernel] = source.name.split(/ (?=\S+ \S+$)/);
      const first = !kernels.has(kernel!);
      kernels.add(kernel!);
      return first ? source : { ...source, entryPoints: [] };
    });
    expect(await compileWithNaga(lean)).toEqual([]);
  });
});

describe('the linker', () => {
  const [a, b] = [
    { path: 'a', code: '// first\nfn one() -> f32 {\n  return 1.0;\n}\n' },
    { path: 'b', code: 'const two = 2.0;\n\n@compute @workgroup_size(1)\nfn main() {}\n' },
  ];

  test('finds every top-level name and none inside', () => {
    expect(declarationsOf(a.code)).toEqual(['one']);
    expect(declarationsOf(b.code)).toEqual(['two', 'main']);
    expect(declarationsOf('@group(0) @binding(1) var<storage, read_write> x: array<f32>;')).toEqual(
      ['x'],
    );
    expect(declarationsOf('@compute @workgroup_size(W) fn go() {\n  let inner = 1;\n}')).toEqual([
      'go',
    ]);
  });

  test('refuses a name declared twice and says where', () => {
    expect(() => link([a, { path: 'c', code: 'const one = 1;' }])).toThrow(
      'duplicate declaration: one in c and a',
    );
  });

  test('leads a line back to its file', () => {
    const linked = link([a, b]);
    const lines = linked.code.split('\n');
    for (const [text, path, line] of [
      ['  return 1.0;', 'a', 3],
      ['const two = 2.0;', 'b', 1],
      ['fn main() {}', 'b', 4],
    ] as const) {
      expect(linked.locate(lines.indexOf(text) + 1)).toEqual({ path, line });
    }
  });
});

function bytesOf(code: string, struct: string): number {
  return new WgslReflect(code).structs.find(({ name }) => name === struct)!.size;
}

describe('uniform layouts', () => {
  test.each(MODELS.map(({ id }) => ({ id })))('of $id are what WGSL makes of them', ({ id }) => {
    const layout = parameterLayout({ model: id, method: 'rk4' });
    const reflected = new WgslReflect(kernelOf('map', { model: id, method: 'rk4' }).code);
    const members = reflected.structs.find(({ name }) => name === 'Parameters')!.members;
    expect(members.map(({ name, offset }) => [name, offset])).toEqual(
      layout.fields.map(({ name }, index) => [name, 4 * index]),
    );
    expect(layout.size).toBeGreaterThanOrEqual(4 * layout.fields.length);
    // An ensemble keeps 256 bytes for them.
    expect(layout.size).toBeLessThanOrEqual(256);
  });

  test.each([
    ['Dispatch', ensembleDispatch, kernelOf('map', { model: 'ns-gan', method: 'rk4' })],
    ['Dispatch', ensembleDispatch, kernelOf('measure', { model: 'ns-gan', method: 'rk4' })],
    ['Parameters', COMMON_LAYOUT, kernelOf('measure', { model: 'ns-gan', method: 'rk4' })],
    ['Dispatch', tracerDispatch, kernelOf('trace', { model: 'ns-gan', method: 'rk4' })],
    ['Visits', VISITS, kernelOf('map', COUNTING, { visits: COUNTED })],
    ['Flow', FLOW, kernelOf('flow/advect', { model: 'ns-gan', method: 'rk4' })],
    ['ColourScale', SCALE_LAYOUT, mapColouring()],
    ['Sums', SUMS, compensationKernel()],
    ['MapDraw', mapDraw, mapDrawing()],
    ['FlowDraw', flowDraw, flowDrawing()],
  ])('%s is the struct in WGSL', (name, layout, { code }) => {
    const { members } = new WgslReflect(code).structs.find((struct) => struct.name === name)!;
    expect(members.map((member) => [member.name, member.type.name, member.offset])).toEqual(
      layout.fields.map((field, index) => [field.name, field.type, 4 * index]),
    );
  });

  test('pack each value at its offset in its type', () => {
    const experiment = defaultExperiment('wgan-gp');
    const layout = parameterLayout({ model: 'wgan-gp', method: 'rk4' });
    const values = parameterValues(experiment);
    const view = new DataView(layout.pack(values));
    layout.fields.forEach(({ name, type }, index) => {
      const read =
        type === 'f32' ? view.getFloat32(4 * index, true) : view.getUint32(4 * index, true);
      expect(read, name).toBe(type === 'f32' ? Math.fround(values[name]!) : values[name]);
    });
  });

  test('refuse unknown, missing and unfit values', () => {
    const layout = new UniformLayout([{ name: 'count', type: 'u32' }]);
    expect(() => layout.pack({ count: 1, more: 2 })).toThrow('unknown uniform: more');
    expect(() => layout.pack({})).toThrow('missing uniform: count');
    expect(() => layout.pack({ count: 0.5 })).toThrow('invalid uniform: count = 0.5, expected u32');
    expect(() => layout.pack({ count: -1 })).toThrow('invalid uniform: count = -1');
  });
});

describe('kernels and their buffers', () => {
  test('a stored observation takes the bytes that are kept for it', () => {
    expect(bytesOf(kernelOf('map', { model: 'ns-gan', method: 'rk4' }).code, 'Observation')).toBe(
      OBSERVATION,
    );
    expect(
      bytesOf(
        kernelOf('map', { model: 'ns-gan', method: 'rk4' }, { stateKind: 'pair' }).code,
        'Observation',
      ),
    ).toBe(2 * OBSERVATION);
    for (const kernel of ['map', 'measure'] as const) {
      const { code } = kernelOf(kernel, { model: 'ns-gan', method: 'rk4' });
      expect(bytesOf(code, 'Observed')).toBe(OBSERVED);
    }
  });

  test('what measures is the same for every model', () => {
    const codes = MODELS.filter(({ anisotropic }) => !anisotropic).map(
      ({ id }) => kernelOf('measure', { model: id, method: 'altgd' }).code,
    );
    expect(new Set(codes).size).toBe(1);
    for (const { id } of MODELS) {
      const layout = parameterLayout({ model: id, method: 'adam' });
      expect(layout.fields.slice(0, COMMON_LAYOUT.fields.length)).toEqual(COMMON_LAYOUT.fields);
    }
  });

  test.each(
    METHODS.flatMap(({ id: method }) => [
      { model: 'ns-gan', method },
      { model: 'wgan', method },
    ]),
  )('so do motions and tracers of $model by $method', (choice) => {
    expect(bytesOf(kernelOf('map', choice).code, 'IntegratorState')).toBe(
      integratorStateBytes(choice, 'state'),
    );
    expect(bytesOf(kernelOf('flow/advect', choice).code, 'IntegratorState')).toBe(
      integratorStateBytes(choice, 'particle'),
    );
    expect(
      bytesOf(kernelOf('map', choice, { stateKind: 'tangents' }).code, 'IntegratorState'),
    ).toBe(integratorStateBytes(choice, 'tangents'));
    if (stateKindFor(choice.method, 2) === 'pair') {
      const { code } = kernelOf('map', choice, { stateKind: 'pair' });
      expect(bytesOf(code, 'IntegratorState')).toBe(integratorStateBytes(choice, 'pair'));
    }
    expect(bytesOf(kernelOf('trace', choice).code, 'Tracer')).toBe(tracerBytes(choice));
  });
});
