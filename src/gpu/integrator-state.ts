import { methodOf } from '../experiment/parameters.ts';
import type { ShaderSource } from './linker.ts';

/**
 * What a kernel moves: states, the states of two trajectories, states with a tangent at each, or
 * those of particles, which are looked at and not measured: their sums are not compensated.
 */
export type StateKind = 'state' | 'pair' | 'tangent' | 'particle';

/** How many trajectories an invocation takes side by side. */
export type Lanes = 1 | 2;

export function lanesOf(kind: StateKind): Lanes {
  return kind === 'pair' ? 2 : 1;
}

/** What to move where `lanes` trajectories may go side by side. */
export function stateKindFor(method: string, lanes: Lanes): StateKind {
  return lanes === 2 && !methodOf(method).adaptive ? 'pair' : 'state';
}

/** The members of `IntegratorState`: the state, the rounding error of its sums, the method's solver state. */
function membersOf(method: string, kind: StateKind): readonly string[] {
  return ['state', ...(kind === 'particle' ? [] : ['residue']), ...methodOf(method).solverState];
}

/** WGSL of `IntegratorState`, all that a trajectory carries from step to step. */
export function integratorStateDeclarations(method: string, kind: StateKind): ShaderSource {
  const names = membersOf(method, kind);
  const fields = names.map((name) => `  ${name}: AugmentedState,\n`).join('');
  if (kind !== 'tangent')
    return { path: 'integrator-state', code: `struct IntegratorState {\n${fields}}\n` };
  const rescaled = names.map((name) => `  (*integrator).${name}[1] *= factor;\n`).join('');
  return {
    path: 'integrator-state',
    code: [
      `struct IntegratorState {\n${fields}  // Powers of 2 that the tangents were divided by.\n  doublings: i32,\n}\n`,
      `fn rescale(integrator: ptr<function, IntegratorState>, factor: f32) {\n${rescaled}}\n`,
    ].join(''),
  };
}

/** Bytes of `IntegratorState`, that is of one invocation, in a buffer. */
export function integratorStateBytes(method: string, kind: StateKind): number {
  const count = membersOf(method, kind).length;
  const state = 16 * count;
  return { state, pair: 2 * state, tangent: 2 * state + 16, particle: state }[kind];
}
