import { englishOf } from '../../src/models/message.ts';
import {
  defaultExperiment,
  withMethod,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { modelOf } from '../../src/experiment/parameters.ts';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { needsOf } from '../../src/experiment/needs.ts';
import { MEASURES } from '../../src/measures/index.ts';
import type { Measured } from '../../src/measures/measured.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { vectorFieldOf, type VectorField } from '../../src/models/modifiers.ts';
import { defaultsOf, type Values } from '../../src/models/parameter.ts';
import { angularMomentum } from '../../src/models/state.ts';
import { measurerOf } from '../../src/cpu/measure.ts';
import { integratorStateOf } from '../../src/cpu/advance.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { situation } from './situation.ts';

/** All measures of one start, by name. */
type Everything = Measured & { readonly difference: number };

/** The default experiment of a model with some values changed. */
export function experimentOf(model: string, changes: Values = {}): Experiment {
  return withValues(withMethod(defaultExperiment(model), 'rk4'), changes);
}

/** The model's field with modifiers, as a function that returns a new state. */
export function fieldOf(
  model: string,
  changes: Values = {},
): (s: ArrayLike<number>) => Float64Array {
  const { values } = experimentOf(model, changes);
  const vectorField: VectorField = vectorFieldOf(modelOf({ model }).game(values), values);
  return (s) => {
    const out = new Float64Array(4);
    vectorField(Float64Array.from(s), out);
    return out;
  };
}

/** Follows one start to the horizon; `visit` sees every state after its step or substep. Returns the last one. */
export function follow(
  experiment: Experiment,
  start: readonly number[],
  visit: (s: Float64Array, t: number) => void = () => {},
): Float64Array {
  const simulation = simulationOf(experiment);
  const { schedule } = simulation;
  const integrator = integratorStateOf(simulation);
  integrator.begin(start);
  for (let n = 1; n <= schedule.steps; n++) {
    const last = n === schedule.steps;
    const h = last ? schedule.lastStep : schedule.step;
    for (let done = 0; done < 1;) {
      done = integrator.advance(h, n);
      const end = last ? schedule.horizon : n * schedule.step;
      visit(integrator.state, done === 1 ? end : (n - 1) * schedule.step + done * h);
    }
  }
  return integrator.state;
}

/** Integrates a model to `time` by rk4 with steps of `step`. */
export function integrate(
  model: string,
  changes: Values,
  start: readonly number[],
  time: number,
  step: number,
  visit: (s: Float64Array, t: number) => void = () => {},
): Float64Array {
  return follow(experimentOf(model, { ...changes, time, step }), start, visit);
}

/** All measures of one start. */
export function measure(
  model: string,
  changes: Values,
  start: readonly number[],
  time: number,
  step = 1 / 16,
): Everything {
  return measureStart(experimentOf(model, { ...changes, time, step }), start);
}

/** All measures of one start of an experiment. */
export function measureStart(experiment: Experiment, start: readonly number[]): Everything {
  const results = new Float64Array(COLUMNS);
  measurerOf(experiment, needsOf(experiment))(Float64Array.from(start), results, 0);
  const values = MEASURES.map(({ id }, i) => [
    id,
    id === 'outcome' ? OUTCOMES[results[i]!]! : results[i]!,
  ]);
  return Object.fromEntries(values) as Everything;
}

export const radius = (s: ArrayLike<number>): number => Math.hypot(s[2]!, s[3]!);

export const discriminatorNorm = (s: ArrayLike<number>): number => Math.hypot(s[0]!, s[1]!);

/** Radius of the circle that the angular momentum of a state fixes, at equal learning rates. */
export const momentumRadius = (s: ArrayLike<number>): number =>
  Math.sqrt(Math.abs(angularMomentum(s)));

/** Smallest and largest |theta| for `from` <= t <= `to`. */
export function radii(
  model: string,
  changes: Values,
  start: readonly number[],
  [from, to]: readonly [number, number],
  step = 1 / 16,
): { least: number; most: number } {
  let [least, most] = [Infinity, 0];
  integrate(model, changes, start, to, step, (s, t) => {
    if (t < from) return;
    least = Math.min(least, radius(s));
    most = Math.max(most, radius(s));
  });
  return { least, most };
}

/** What the page says of a model. */
export function theory(id: string, changes: Values = {}, l2 = 0, oneDimensional = false): string {
  const model = modelOf({ model: id });
  const parameters = { ...defaultsOf(model.parameters), ...changes };
  const sentences = model.theory(
    situation({ model: id, parameters, modifiers: { l2 }, oneDimensional }),
  );
  return sentences.map(englishOf).join(' ');
}

/** `E = (|phi|^2 + |theta|^2) / 2`. */
export function energy(s: ArrayLike<number>): number {
  return (s[0]! ** 2 + s[1]! ** 2 + s[2]! ** 2 + s[3]! ** 2) / 2;
}
