import { COLUMNS } from '../experiment/engine.ts';
import { methodOf, type DynamicsChoice } from '../experiment/parameters.ts';
import { EVIDENCE_POWERS, EVIDENCE_RESOLUTION } from '../measures/strengths.ts';
import { SQUARINGS } from '../measures/lyapunov.ts';
import { MEASURES } from '../measures/index.ts';
import { OUTCOMES } from '../measures/outcomes.ts';
import { FLOAT32 } from '../measures/length-range.ts';
import { TOLERANCES } from '../measures/tolerances.ts';
import { colourDeclarations } from './colours.ts';
import { directionConstants, methodConstants } from './derived.ts';
import { colouringDeclarations } from './flow/flow-colour.ts';
import { link, type ShaderSource, type Linked } from './linker.ts';
import {
  carriesAcross,
  lanesOf,
  integratorStateDeclarations,
  type StateKind,
} from './integrator-state.ts';
import { corrects, LINEAR_MODIFIERS, modifierSources } from './modifiers.ts';
import {
  COMMON_LAYOUT,
  COMMON_OVERRIDES,
  overrideDeclarations,
  parameterLayout,
} from './parameters.ts';
import { haveOwnSteps, startParametersDeclarations } from './starts/start-fields.ts';
import type { UniformLayout } from './uniforms.ts';

/** Every file of shaders/, by its path there without the ending. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      ['../../shaders/**/*.wgsl', '!**/expression.wgsl', '!**/counted.wgsl', '!**/numbered.wgsl'],
      {
        query: '?raw',
        import: 'default',
        eager: true,
      },
    ),
  ).map(([path, code]) => [path.replace(/^.*shaders\//, '').replace(/\.wgsl$/, ''), code]),
);

/** Stand for infinity and for no number: shaders may not rely on either being representable. */
export const INFINITE = 3e38;
export const UNDEFINED = -3e38;

/** A file of shaders/. @throws Error where there is none of that name. */
export function file(name: string): ShaderSource {
  const code = FILES[name];
  if (code === undefined) throw new Error(`missing shader: shaders/${name}.wgsl`);
  return { path: `shaders/${name}.wgsl`, code };
}

/** Numbers that shaders share with the host, from their one definition there. */
export function sharedConstants(): ShaderSource {
  const lines = [
    ...Object.entries(TOLERANCES).map(
      ([name, value]) => `const TOLERANCE_${upperSnake(name)}: f32 = ${value}f;`,
    ),
    `const LENGTH_SCALE: f32 = ${FLOAT32.scale}f;`,
    `const LEAST_LENGTH: f32 = ${FLOAT32.least}f;`,
    ...OUTCOMES.map((name, code) => `const OUTCOME_${name.toUpperCase()}: u32 = ${code}u;`),
    ...MEASURES.map(({ id }, column) => `const MEASURE_${id.toUpperCase()}: u32 = ${column}u;`),
    `const MEASURE_COUNT: u32 = ${COLUMNS}u;`,
    `const EVIDENCE_LARGEST_POWER: f32 = ${EVIDENCE_POWERS.largest}f;`,
    `const EVIDENCE_POWERS: f32 = ${EVIDENCE_POWERS.count}f;`,
    `const EVIDENCE_RESOLUTION: f32 = ${EVIDENCE_RESOLUTION}f;`,
    `const SQUARINGS: u32 = ${SQUARINGS}u;`,
    `const LN2: f32 = ${Math.LN2}f;`,
    `const TAU: f32 = ${2 * Math.PI}f;`,
    `const INFINITE: f32 = ${INFINITE}f;`,
    `const UNDEFINED: f32 = ${UNDEFINED}f;`,
  ];
  return { path: 'constants', code: lines.join('\n') };
}

/** A model's field and its derivative: a file, or what a game was compiled into. */
function modelSource({ model, game }: DynamicsChoice): ShaderSource {
  return game ? { path: `games/${game.hash}`, code: game.wgsl } : file(`models/${model}`);
}

/** What every kernel of a model and a method shares: the dynamics. */
export function dynamics(
  choice: DynamicsChoice,
  stateKind: StateKind = 'state',
  modifiers: readonly string[] = LINEAR_MODIFIERS,
): readonly ShaderSource[] {
  const { method } = choice;
  const field = modelSource(choice);
  const constrained = /\bfn project\b/.test(field.code);
  const directional = /\bfn keepDirection\b/.test(field.code);
  return [
    parametersDeclaration(parameterLayout(choice), overrideDeclarations(choice)),
    sharedConstants(),
    methodConstants(method),
    file('logistic'),
    file('norms'),
    file('derivatives'),
    file('bounds'),
    field,
    ...(constrained ? [] : [file('unconstrained')]),
    ...(directional ? [] : [file('undirected')]),
    ...modifierSources(modifiers, choice, field.code, file),
    file('hash'),
    file('noise'),
    integratorStateDeclarations(choice, stateKind),
    file(`lanes/lanes${lanesOf(stateKind)}`),
    file(`states/${stateKind === 'particle' ? 'state' : stateKind}`),
    file(`sums/${stateKind === 'particle' ? 'plain' : 'compensated'}`),
    ...(stateKind === 'tangents' ? [file('lyapunov')] : []),
    file('advance'),
    ...stepsOf(choice, corrects(modifiers)),
    file(`methods/${method}`),
    directionConstants(choice),
    file('lines'),
  ];
}

/** A rule's steps are whole; a flow's may be done in substeps, in which something may be carried. */
function stepsOf(choice: DynamicsChoice, corrected: boolean): readonly ShaderSource[] {
  if (methodOf(choice.method).substepOrder === undefined) return [file('steps/whole')];
  // What is known of what is carried is known of the model's own field.
  const carries = carriesAcross(choice) && !corrected;
  return [file('steps/substeps'), file(carries ? 'steps/across' : 'steps/uncarried')];
}

/** `parameters`, which a kernel reads, and what brings it there. */
function parametersDeclaration(layout: UniformLayout, overrides: string): ShaderSource {
  return {
    path: 'parameters',
    code: [
      layout.struct('Parameters'),
      overrides,
      '@group(0) @binding(0) var<uniform> parameterUniform: Parameters;\n',
      // A copy: software adapters check and gather each access to a uniform.
      'var<private> parameters: Parameters;\n',
      'fn loadParameters() {\n  parameters = parameterUniform;\n}\n',
    ].join(''),
  };
}

/** Maps: integrated, then measured. Trajectories. The flow's particles. */
export const KERNELS = [
  'map',
  'measure',
  'trace',
  'flow/advect',
  'flow/spawn',
  'flow/passage',
] as const;

export type Kernel = (typeof KERNELS)[number];

/** What a kernel moves where nothing else is asked. */
function usualPoints(kernel: Kernel): StateKind {
  return kernel === 'map' || kernel === 'trace' ? 'state' : 'particle';
}

/** A kernel of shaders/ linked with the dynamics it runs. */
export function kernelOf(
  kernel: Kernel,
  choice: DynamicsChoice,
  {
    stateKind = usualPoints(kernel),
    varied,
    visits = file('visits/none'),
    basins,
    modifiers,
  }: KernelChoice = {},
): Linked {
  if (kernel === 'measure') return measuring(choice, varied, basins);
  const own = kernel === 'map' ? [...startsOf(choice, varied, stateKind), visits] : [];
  return link([
    ...dynamics(choice, stateKind, modifiers),
    ...own,
    ...additions(kernel),
    file(kernel),
  ]);
}

/** What measures, which is the same for every model that has no parameters that differ from start to start. */
function measuring(
  choice: DynamicsChoice,
  varied: readonly string[] = [],
  basins = file('basins/none'),
): Linked {
  const names = ['quarters', 'evidence', 'decay', 'growth', 'orbits', 'chaos', 'return'];
  return link([
    parametersDeclaration(COMMON_LAYOUT, COMMON_OVERRIDES),
    sharedConstants(),
    methodConstants(choice.method),
    directionConstants(choice),
    varied.length > 0
      ? startParametersDeclarations(choice, varied, 1, 4, COMMON_LAYOUT)
      : file('starts/alike'),
    file('norms'),
    file('lines'),
    ...names.map((name) => file(`labels/${name}`)),
    file('outcome'),
    file('label'),
    file('dispatch'),
    file('observed'),
    basins,
    file('measured'),
    file('measure'),
  ]);
}

/** What a kernel is linked for, beside model and method. */
export interface KernelChoice {
  readonly stateKind?: StateKind;
  /** Parameters that differ from start to start; by default all starts are alike. */
  readonly varied?: readonly string[];
  /** How the map's kernel counts what trajectories visit; by default not at all. */
  readonly visits?: ShaderSource;
  /** How the measuring kernel tells equilibria apart; by default it does not. */
  readonly basins?: ShaderSource;
  /** Ids of modifiers of the field; by default `LINEAR_MODIFIERS`. */
  readonly modifiers?: readonly string[];
}

/** Where the map's kernel has its parameters and its steps from. */
function startsOf(
  choice: DynamicsChoice,
  varied: readonly string[] = [],
  stateKind: StateKind,
): readonly ShaderSource[] {
  const lanes = lanesOf(stateKind);
  return [
    varied.length > 0
      ? startParametersDeclarations(choice, varied, lanes, 6)
      : file('starts/alike'),
    file(haveOwnSteps(varied) ? 'starts/own-steps' : 'starts/same-steps'),
  ];
}

/** What a kernel needs beside the dynamics. */
function additions(kernel: Exclude<Kernel, 'measure'>): readonly ShaderSource[] {
  if (kernel === 'map') {
    const parts = ['winding', 'settling', 'angular-momentum-watch', 'quarters'];
    return [
      ...parts.map((name) => file(`observation/${name}`)),
      file('labels/quarters'),
      file('observed'),
      file('observe'),
      file('dispatch'),
    ];
  }
  if (kernel === 'trace') return [];
  if (kernel === 'flow/passage') return [file('flow/particles')];
  const flow = ['particles', 'start-colours', 'spread'].map((name) => file(`flow/${name}`));
  const drawn = ['colour', 'luminous', 'splat-unit'].map((name) => file(`drawing/${name}`));
  return [colourDeclarations(), colouringDeclarations(), ...flow, ...drawn];
}

/** The check of compensated sums. */
export function compensationKernel(): Linked {
  return link([file('sums/compensated'), file('compensation')]);
}

/** The draw pass of the flow. */
export function flowDrawing(): Linked {
  return link([file('drawing/splat-unit'), file('drawing/flow-draw')]);
}

function upperSnake(name: string): string {
  return name.replaceAll(/([A-Z])/g, '_$1').toUpperCase();
}
