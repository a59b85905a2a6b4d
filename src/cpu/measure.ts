import { COLUMNS, type Results } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { flowOf } from '../experiment/flow.ts';
import type { Varied } from '../experiment/grid.ts';
import { needsOf, type Needs } from '../experiment/needs.ts';
import { atParameters } from '../experiment/plane.ts';
import { MEASURES } from '../measures/index.ts';
import type { Measured } from '../measures/measured.ts';
import { OUTCOMES } from '../measures/outcomes.ts';
import type { Visits } from '../measures/visits.ts';
import { runnerOf, type Beside } from './runner.ts';

/**
 * Measures starts `index` and `index + 1` of `starts`, if there is one, into the same rows.
 * @param number of start `index` among all starts, where `starts` are some of them
 */
export type Measurer = (
  starts: Float64Array,
  results: Results,
  index: number,
  number?: number,
) => void;

/** Starts that a `Measurer` takes at once. */
export const LANES = 2;

export function measurerOf(experiment: Experiment, needs: Needs, beside?: Beside): Measurer {
  const run = runnerOf(experiment, needs.tangents, beside);
  const runFlow = needs.flow ? runnerOf(flowOf(experiment)) : undefined;
  return (starts, results, index, number = index) => {
    // The last start of an odd number goes with itself.
    const second = 4 * (index + 1) < starts.length ? index + 1 : index;
    const flow = runFlow?.(starts, index, second);
    const both = run(starts, index, second, number);
    for (const lane of [0, 1] as const) {
      write(results, lane === 0 ? index : second, both[lane], flow?.[lane].distance);
    }
  };
}

/**
 * Measures starts whose parameters differ from one to the next.
 * @param ids the measures that are wanted, as `needsOf` takes them
 */
export function variedMeasurerOf(
  experiment: Experiment,
  { names, values }: Varied,
  ids: readonly string[] | undefined,
  visits?: Visits,
): Measurer {
  const rowOf = (index: number) =>
    values.subarray(names.length * index, names.length * (index + 1));
  const isAlike = (one: Float64Array, other: Float64Array) =>
    one.every((value, k) => value === other[k]);
  /** Of the last parameters: the starts of an ensemble have the same. */
  let latest: { readonly row: Float64Array; readonly measure: Measurer } | undefined;
  const measurerAt = (index: number): Measurer => {
    const row = rowOf(index);
    if (!latest || !isAlike(latest.row, row)) {
      const own = atParameters(experiment, names, row);
      latest = { row, measure: measurerOf(own, needsOf(own, ids), { visits }) };
    }
    return latest.measure;
  };
  return (starts, results, index) => {
    const last = Math.min(index + LANES, starts.length / 4);
    for (let from = index; from < last;) {
      const isPair = from + 1 < last && isAlike(rowOf(from), rowOf(from + 1));
      const to = from + (isPair ? 2 : 1);
      const rows = results.subarray(COLUMNS * from, COLUMNS * to);
      measurerAt(from)(starts.subarray(4 * from, 4 * to), rows, 0, from);
      from = to;
    }
  };
}

/** @param flow how far from 0 the flow ended, where that was computed */
function write(results: Results, row: number, measured: Measured, flow: number | undefined): void {
  const all = { ...measured, difference: differenceFrom(flow, measured.distance) };
  MEASURES.forEach(({ id }, column) => {
    const value = all[id];
    results[row * COLUMNS + column] = typeof value === 'string' ? OUTCOMES.indexOf(value) : value;
  });
}

/** How much further from 0 a trajectory ended than the flow did; NaN where the flow has no end. */
function differenceFrom(flow: number | undefined, distance: number): number {
  return flow === undefined || flow === Infinity ? NaN : distance - flow;
}
