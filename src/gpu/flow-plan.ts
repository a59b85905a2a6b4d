/** What a frame of the flow takes from the experiment: pure. */
import { indexOf, numberOf, type Experiment, type Slice } from '../experiment/experiment.ts';
import { f32, u32, UniformLayout } from './uniforms.ts';

/** `Flow` of flow.wgsl. */
export const FLOW = new UniformLayout([
  ...['particles', 'steps'].map(u32),
  f32('h'),
  ...['splats', 'everyStep', 'restart', 'frame', 'taken', 'side', 'xIndex', 'yIndex'].map(u32),
  ...['xMin', 'xMax', 'yMin', 'yMax', 'phi1', 'phi2', 'theta1', 'theta2'].map(f32),
  ...['life', 'extinct'].map(f32),
  u32('colour'),
  f32('high'),
  ...['mapSide', 'recolour'].map(u32),
]);

/** Most steps that one frame takes: a slow adapter falls behind in time rather than in frames. */
export const MOST_STEPS = { hardware: 8, software: 2 };

/** Share of its light at which a frame no longer shows. */
const FADED = 0.01;

/**
 * The steps of each frame that leads to a time: long ones first, whose light has faded by then, and
 * those of the live view at the end.
 */
export function framesTo(experiment: Experiment, time: number): readonly number[] {
  const [h, trail] = [numberOf(experiment, 'step'), numberOf(experiment, 'trail')];
  const live = Math.min(1, numberOf(experiment, 'speed'));
  const total = time / h;
  const lit = Math.ceil(trail === 0 ? 1 : Math.log(FADED) / Math.log(trail));
  const last = Math.min(lit, Math.max(1, Math.round(total / live)));
  const before = Math.max(0, total - last * live);
  const early = Math.ceil(before / MOST_STEPS.hardware);
  return [
    ...Array.from({ length: early }, () => before / early),
    ...Array.from({ length: last }, () => live),
  ];
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

/** The largest coordinate in the slice's window. */
export function reachOf({ x, y }: Slice): number {
  return Math.max(...[x.min, x.max, y.min, y.max].map(Math.abs));
}

/** Equal for slices whose particles set out alike. */
export function sliceText({ x, y, hold }: Slice): string {
  return JSON.stringify([x, y, hold]);
}
