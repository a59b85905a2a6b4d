import type { Experiment } from '../../experiment/experiment.ts';
import type { ColourScale } from './colour-scale.ts';

/** The experiment with the ends of a scale pinned, to six digits. */
export function withPinnedEnds(experiment: Experiment, scale: ColourScale): Experiment {
  const { measure, transform, inner } = scale;
  const { low, high } = transform === 'labels' ? scale.shade : scale;
  const short = (value: number) => Number(value.toPrecision(6));
  const colours = {
    measure: measure.id,
    low: short(low),
    high: short(high),
    ...(inner > 0 && { inner: short(inner) }),
  };
  return { ...experiment, colours };
}
