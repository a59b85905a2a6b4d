/** Whether both engines give random starts the same labels: in the tests of few, by `npm run agreement` of all. */
import { COLUMNS, type Engine, type Results } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { randomSource, randomStates } from './random.ts';

/** How the labels of two engines differ; numbers of starts. */
export interface Agreement {
  readonly count: number;
  readonly undecided: number;
  readonly different: number;
  /** Of those that differ: both engines decided, and not alike. */
  readonly contrary: number;
  /** Of the contrary ones: no boundary between the two labels is near. */
  readonly inside: number;
}

/** Of the starts. */
const SEED = 5;

/** The norms of the starts: from well inside every scale of a model to well outside. */
const [LEAST, MOST] = [0.05, 2];

/** A boundary is near where starts this close by, relative to |s|, have other labels. */
const NEAR = 1e-3;
const NEIGHBOURS = 64;

const OUTCOME = MEASURES.findIndex(({ id }) => id === 'outcome');
const UNDECIDED = OUTCOMES.indexOf('undecided');

/**
 * Compares the engines over `count` random starts.
 * @param place moves random states to where starts are drawn; by default they stay
 */
export async function agreementOf(
  gpu: Engine,
  experiment: Experiment,
  count: number,
  place: (states: Float64Array) => Float64Array = (states) => states,
): Promise<Agreement> {
  const starts = place(randomStates(randomSource(SEED), count, LEAST, MOST));
  const job = { measures: ['outcome'] };
  const [expected, actual] = await Promise.all([
    cpuEngine.measure(experiment, starts, job),
    gpu.measure(experiment, starts, job),
  ]);
  const [cpuLabels, gpuLabels] = [labelsOf(expected), labelsOf(actual)];
  const rows = cpuLabels.flatMap((label, row) => (label === gpuLabels[row] ? [] : [row]));
  const contrary = rows.filter(
    (row) => cpuLabels[row] !== UNDECIDED && gpuLabels[row] !== UNDECIDED,
  );
  let inside = 0;
  for (const row of contrary) {
    const near = await labelsNear(experiment, starts.subarray(4 * row, 4 * row + 4), place);
    if (!near.has(gpuLabels[row]!)) inside += 1;
  }
  return {
    count,
    undecided: cpuLabels.filter((label) => label === UNDECIDED).length,
    different: rows.length,
    contrary: contrary.length,
    inside,
  };
}

/** The experiment of a model and a method at the scan's settings. */
export function scanned(model: string, values: Values, method: string, time: number): Experiment {
  return withValues(defaultExperiment(model, method), { ...values, step: 1 / 16, time });
}

function labelsOf(results: Results): number[] {
  return Array.from({ length: results.length / COLUMNS }, (_, row) => {
    return results[row * COLUMNS + OUTCOME]!;
  });
}

/** All labels that starts close to this one have in float64. */
async function labelsNear(
  experiment: Experiment,
  start: Float64Array,
  place: (states: Float64Array) => Float64Array,
): Promise<Set<number>> {
  const away = randomStates(randomSource(6), NEIGHBOURS, NEAR / 100, NEAR);
  const size = Math.hypot(...start);
  const neighbours = place(away.map((x, i) => start[i % 4]! + x * size));
  return new Set(
    labelsOf(await cpuEngine.measure(experiment, neighbours, { measures: ['outcome'] })),
  );
}
