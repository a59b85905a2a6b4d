import { methodOf } from '../experiment/parameters.ts';
import type { Chunk } from './linker.ts';

/**
 * What a kernel moves: states, the states of two trajectories, states with a tangent at each, or
 * those of particles, which are looked at and not measured: their sums are not compensated.
 */
export type PointKind = 'state' | 'pair' | 'tangent' | 'particle';

/** How many trajectories an invocation takes side by side. */
export type Abreast = 1 | 2;

export function abreastOf(kind: PointKind): Abreast {
  return kind === 'pair' ? 2 : 1;
}

/** What to move where `abreast` trajectories may go side by side. */
export function pointsFor(method: string, abreast: Abreast): PointKind {
  return abreast === 2 && !methodOf(method).adaptive ? 'pair' : 'state';
}

/** The names of a method's points: the state's own, what its sums rounded off, its memory. */
function pointsOf(method: string, kind: PointKind): readonly string[] {
  return ['point', ...(kind === 'particle' ? [] : ['residue']), ...methodOf(method).memory];
}

/** WGSL of `Motion`, all that a trajectory carries from step to step. */
export function motionDeclarations(method: string, kind: PointKind): Chunk {
  const names = pointsOf(method, kind);
  const fields = names.map((name) => `  ${name}: Point,\n`).join('');
  if (kind !== 'tangent') return { path: 'motion', code: `struct Motion {\n${fields}}\n` };
  const rescaled = names.map((name) => `  (*motion).${name}[1] *= factor;\n`).join('');
  return {
    path: 'motion',
    code: [
      `struct Motion {\n${fields}  // Powers of 2 that the tangents were divided by.\n  doublings: i32,\n}\n`,
      `fn rescale(motion: ptr<function, Motion>, factor: f32) {\n${rescaled}}\n`,
    ].join(''),
  };
}

/** Bytes of `Motion`, that is of one invocation, in a buffer. */
export function motionBytes(method: string, kind: PointKind): number {
  const count = pointsOf(method, kind).length;
  const state = 16 * count;
  return { state, pair: 2 * state, tangent: 2 * state + 16, particle: state }[kind];
}
