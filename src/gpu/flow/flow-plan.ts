/** What a frame of the flow takes from the experiment: pure. */
import { indexOf, numberOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { methodOf } from '../../experiment/parameters.ts';
import type { GpuContext } from '../context.ts';
import { f32, u32, UniformLayout } from '../uniforms.ts';

/** `Flow` of flow/particles.wgsl. */
export const FLOW = new UniformLayout([
  ...['particles', 'steps'].map(u32),
  f32('h'),
  ...['splatting', 'restart', 'frame', 'taken', 'side'].map(u32),
  ...['columns', 'rows'].map(f32),
  ...['xIndex', 'yIndex'].map(u32),
  ...['xMin', 'xMax', 'yMin', 'yMax', 'phi1', 'phi2', 'theta1', 'theta2'].map(f32),
  ...['age', 'high'].map(f32),
  ...['mapSide', 'counting'].map(u32),
  ...['outerXMin', 'outerXMax', 'outerYMin', 'outerYMax'].map(f32),
  ...['cells', 'upstreamCount'].map(u32),
  f32('passingLight'),
]);

/**
 * How the flow's kernel is cut on this adapter: how many points of a step's way give light, and how
 * many particles an invocation moves in turn.
 */
export function flowCutOf({ software }: GpuContext) {
  return software
    ? { SPLATS: 1, PARTICLES_PER_THREAD: 16 }
    : { SPLATS: 4, PARTICLES_PER_THREAD: 1 };
}

/** Most steps that one frame takes: a slow adapter falls behind in time rather than in frames. */
export const MOST_STEPS = { hardware: 8, software: 2 };

/** Share of its light at which a frame no longer shows. */
const FADED = 0.01;

/**
 * Particle steps of one frame in a hurry: an adapter on the processor draws each frame for the price
 * of some ten steps.
 */
const HURRY = 2 ** 18;

/** How a flow gets to a time that is not the next frame's. */
export interface Approach {
  /** Whole steps before, whose light would have faded. */
  readonly unseen: number;
  /** The steps of each frame whose light is seen. */
  readonly frames: readonly number[];
  /** Each of them counts as this many frames of the live view. */
  readonly stride: number;
}

/**
 * The way over `steps` steps to a picture that looks as if the live view had gone there.
 * @param hurry with fewer frames of more steps, where frames are dear
 */
export function approachOf(experiment: Experiment, steps: number, hurry: boolean): Approach {
  const isFlow = methodOf(experiment.method).kind === 'flow';
  const trail = numberOf(experiment, 'trail');
  // A rule has no pictures between its steps.
  const live = isFlow ? Math.min(1, numberOf(experiment, 'speed')) : 1;
  const total = isFlow ? steps : Math.round(steps);
  if (total <= 1) return { unseen: 0, frames: [total], stride: 1 };
  const most = Math.max(1, HURRY / numberOf(experiment, 'particles'));
  // The light of one frame does not fade: one that lasted longer than half of a trail's mean length
  // would show another trail.
  const longest = 1 / (1 - trail) / 2;
  const stride = hurry ? Math.max(1, Math.floor(Math.min(most / live, longest))) : 1;
  const lit = Math.ceil((trail === 0 ? 1 : Math.log(FADED) / Math.log(trail)) / stride);
  const each = stride * live;
  const last = Math.min(lit, Math.max(1, Math.round(total / each)));
  const unseen = Math.max(0, Math.floor(total - last * each));
  const seen = total - unseen;
  const upTo = (i: number) => (isFlow ? (seen * i) / last : Math.round((seen * i) / last));
  const frames = Array.from({ length: last }, (_, i) => upTo(i + 1) - upTo(i));
  return { unseen, frames, stride };
}

/** The slice as `FLOW` takes it. */
export function sliceValues({ x, y, hold }: Slice) {
  const [phi1, phi2, theta1, theta2] = hold;
  return {
    xIndex: indexOf(x.component),
    yIndex: indexOf(y.component),
    xMin: x.min,
    xMax: x.max,
    yMin: y.min,
    yMax: y.max,
    phi1,
    phi2,
    theta1,
    theta2,
  };
}

/** Equal for slices whose particles set out alike. */
export function sliceText({ x, y, hold }: Slice): string {
  return JSON.stringify([x, y, hold]);
}
