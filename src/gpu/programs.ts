import { COLUMNS } from '../experiment/engine.ts';
import { MEASURES } from '../measures/index.ts';
import { OUTCOMES } from '../measures/outcome.ts';
import { TOLERANCES } from '../measures/tolerances.ts';
import { colourDeclarations } from './colours.ts';
import { colouringDeclarations } from './flow-colour.ts';
import { link, type Chunk, type Linked } from './linker.ts';
import { overrideDeclarations, parameterLayout } from './parameters.ts';

/** Every file of shaders/, by its path there without the ending. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../shaders/**/*.wgsl', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, code]) => [path.replace(/^.*shaders\//, '').replace(/\.wgsl$/, ''), code]),
);

/** Stand for infinity and for no number: shaders may not rely on either being representable. */
export const INFINITE = 3e38;
export const UNDEFINED = -3e38;

/** A file of shaders/. @throws Error where there is none of that name. */
export function file(name: string): Chunk {
  const code = FILES[name];
  if (code === undefined) throw new Error(`missing shader: shaders/${name}.wgsl`);
  return { path: `shaders/${name}.wgsl`, code };
}

/** Numbers that shaders share with the host, from their one definition there. */
export function sharedConstants(): Chunk {
  const lines = [
    ...Object.entries(TOLERANCES).map(
      ([name, value]) => `const TOLERANCE_${upperSnake(name)}: f32 = ${value}f;`,
    ),
    ...OUTCOMES.map((name, code) => `const OUTCOME_${name.toUpperCase()}: u32 = ${code}u;`),
    ...MEASURES.map(({ id }, column) => `const MEASURE_${id.toUpperCase()}: u32 = ${column}u;`),
    `const MEASURE_COUNT: u32 = ${COLUMNS}u;`,
    `const INFINITE: f32 = ${INFINITE}f;`,
    `const UNDEFINED: f32 = ${UNDEFINED}f;`,
  ];
  return { path: 'constants', code: lines.join('\n') };
}

/** What every kernel of a model and a method shares: the dynamics. */
export function dynamics(model: string, method: string): readonly Chunk[] {
  const field = file(`models/${model}`);
  const constrained = /\bfn project\b/.test(field.code);
  return [
    {
      path: 'parameters',
      code: [
        parameterLayout(model, method).struct('Parameters'),
        overrideDeclarations(model, method),
        '@group(0) @binding(0) var<uniform> parameters: Parameters;',
      ].join(''),
    },
    sharedConstants(),
    file('logistic'),
    file('norms'),
    field,
    ...(constrained ? [] : [file('unconstrained')]),
    file('modifiers'),
    file(`methods/${method}`),
    file('observe'),
    file('outcome'),
  ];
}

export const KERNELS = ['map', 'trace', 'flow'] as const;

export type Kernel = (typeof KERNELS)[number];

/** A kernel of shaders/ linked with the dynamics it runs. */
export function kernelOf(kernel: Kernel, model: string, method: string): Linked {
  return link([...dynamics(model, method), ...additions(kernel), file(kernel)]);
}

/** What a kernel needs beside the dynamics. */
function additions(kernel: Kernel): readonly Chunk[] {
  if (kernel !== 'flow') return [];
  const drawn = ['colour', 'random', 'light'].map(file);
  return [colourDeclarations(), colouringDeclarations(), ...drawn];
}

/** The draw pass of the map. */
export function mapDrawing(): Linked {
  return link([sharedConstants(), colourDeclarations(), file('colour'), file('map-draw')]);
}

/** The draw pass of the flow. */
export function flowDrawing(): Linked {
  return link([file('light'), file('flow-draw')]);
}

function upperSnake(name: string): string {
  return name.replaceAll(/([A-Z])/g, '_$1').toUpperCase();
}
