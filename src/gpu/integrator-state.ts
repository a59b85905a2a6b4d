import { methodOf, modelOf, type DynamicsChoice } from '../experiment/parameters.ts';
import type { ShaderSource } from './linker.ts';

/**
 * What a kernel moves: states, the states of two trajectories, states with two tangents at each, or
 * those of particles, which are looked at and not measured: their sums are not compensated.
 */
export type StateKind = 'state' | 'pair' | 'tangents' | 'particle';

/** How many trajectories an invocation takes side by side. */
export type Lanes = 1 | 2;

export function lanesOf(kind: StateKind): Lanes {
  return kind === 'pair' ? 2 : 1;
}

/** What to move where `lanes` trajectories may go side by side. */
export function stateKindFor(method: string, lanes: Lanes): StateKind {
  return lanes === 2 && !methodOf(method).adaptive ? 'pair' : 'state';
}

/** Whether what of theta lies across phi is carried where a flow would lose it; see across.wgsl. */
export function carriesAcross(choice: DynamicsChoice): boolean {
  return methodOf(choice.method).kind === 'flow' && modelOf(choice).acrossGrowth !== undefined;
}

/**
 * The members of `IntegratorState`: the state, the rounding error of its sums, what is carried of what lies across
 * phi, the method's solver state.
 */
function membersOf(choice: DynamicsChoice, kind: StateKind): readonly string[] {
  const residue = kind === 'particle' ? [] : ['residue'];
  const carried = carriesAcross(choice) ? ['carried'] : [];
  return ['state', ...residue, ...carried, ...methodOf(choice.method).solverState];
}

/** Members of `IntegratorState` beside the tangents in the others. */
const TANGENT_MEMBERS = [
  '  // Powers of 2 that these tangents were divided by, and those of the pass before.\n',
  '  doublings: i32,\n  acrossDoublings: i32,\n',
  '  // Tangents of phi2 and theta2 at the horizon, from the pass before.\n',
  '  across: mat2x4f,\n',
  '  // ln of their length at the ends of the quarters.\n',
  '  growth: vec4f,\n',
].join('');

/** WGSL of `IntegratorState`, all that a trajectory carries from step to step. */
export function integratorStateDeclarations(choice: DynamicsChoice, kind: StateKind): ShaderSource {
  const names = membersOf(choice, kind);
  const fields = names.map((name) => `  ${name}: AugmentedState,\n`).join('');
  if (kind !== 'tangents')
    return { path: 'integrator-state', code: `struct IntegratorState {\n${fields}}\n` };
  const rescaled = names
    .flatMap((name) => [1, 2].map((column) => `  (*integrator).${name}[${column}] *= factor;\n`))
    .join('');
  return {
    path: 'integrator-state',
    code: [
      `struct IntegratorState {\n${fields}${TANGENT_MEMBERS}}\n`,
      `fn rescale(integrator: ptr<function, IntegratorState>, factor: f32) {\n${rescaled}}\n`,
    ].join(''),
  };
}

/** Bytes of `IntegratorState`, that is of one invocation, in a buffer. */
export function integratorStateBytes(choice: DynamicsChoice, kind: StateKind): number {
  const count = membersOf(choice, kind).length;
  const state = 16 * count;
  return { state, pair: 2 * state, tangents: 3 * state + 64, particle: state }[kind];
}
