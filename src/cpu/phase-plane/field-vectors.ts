import type { Experiment } from '../../experiment/experiment.ts';
import type { FieldVector } from '../../experiment/theory/phase-plane.ts';
import { sliceFieldOf } from './slice-field.ts';

/** Along each side: as many as stay apart in a pane of the page. */
const SIDE = 16;

/** The field on a grid of the slice; what is not finite is left out. */
export function fieldVectorsOf(experiment: Experiment): readonly FieldVector[] {
  const { x, y } = experiment.slice;
  const field = sliceFieldOf(experiment);
  return Array.from({ length: SIDE * SIDE }, (_, i): FieldVector => {
    const at = [
      x.min + (((i % SIDE) + 0.5) / SIDE) * (x.max - x.min),
      y.min + ((Math.floor(i / SIDE) + 0.5) / SIDE) * (y.max - y.min),
    ] as const;
    const [across, upwards] = field.rates(...at) as unknown as [number, number];
    return { at, rate: [across, upwards] };
  }).filter(({ rate }) => rate.every(Number.isFinite));
}
