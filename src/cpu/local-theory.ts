import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { atParameters, isParameterAxis, mapPlane, parameterAt } from '../experiment/plane.ts';
import { methodOf } from '../experiment/parameters.ts';
import { spectrumOf, type Complex } from './linearisation.ts';

/** What decides about a point of a plane: the eigenvalue or multiplier that counts most, and the next one. */
export interface Leading {
  /** Above 0 where it grows: a real part, or a multiplier's size less 1. */
  readonly growth: number;
  /** By which a deviation grows in a unit of time, in natural logarithms. */
  readonly rate: number;
  readonly value: Complex;
  readonly next: Complex | undefined;
}

/** A multiplier of 0 ends every deviation at once: its rate is that of rounding. */
const LEAST_MULTIPLIER = 1e-16;

/**
 * The leading eigenvalues by the place on the experiment's plane, in fractions from the lower left;
 * undefined where there is no Jacobian.
 */
export function leadingOn(experiment: Experiment): (x: number, y: number) => Leading | undefined {
  const { x: xAxis, y: yAxis } = mapPlane(experiment);
  const isFlow = methodOf(experiment.method).kind === 'flow';
  const growthOf = ({ re, im }: Complex) => (isFlow ? re : Math.hypot(re, im) - 1);
  const known = new Map<string, Leading | undefined>();
  const compute = (x: number, y: number): Leading | undefined => {
    const axes = [
      [xAxis, x],
      [yAxis, y],
    ] as const;
    const parameters = axes.flatMap(([axis, fraction]) =>
      isParameterAxis(axis) ? [[axis.parameter, parameterAt(axis, fraction)] as const] : [],
    );
    const own = atParameters(
      experiment,
      parameters.map(([name]) => name),
      parameters.map(([, value]) => value),
    );
    const [value, next] = spectrumOf(own)?.toSorted((a, b) => growthOf(b) - growthOf(a)) ?? [];
    if (!value) return undefined;
    const growth = growthOf(value);
    const logarithm = () => Math.log(Math.max(LEAST_MULTIPLIER, growth + 1));
    return { growth, rate: isFlow ? growth : logarithm() / numberOf(own, 'step'), value, next };
  };
  return (x, y) => {
    const key = `${x} ${y}`;
    if (!known.has(key)) known.set(key, compute(x, y));
    return known.get(key);
  };
}
