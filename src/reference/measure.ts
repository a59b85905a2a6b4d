import { COLUMNS, type Results } from '../experiment/engine.ts';
import { MEASURES } from '../measures/index.ts';
import { OUTCOMES } from '../measures/outcome.ts';
import { observerOf, type Simulation } from './simulation.ts';

/** A function that measures start `index` of `starts` into the same row of `results`. */
export function measurerOf(
  simulation: Simulation,
): (starts: Float64Array, results: Results, index: number) => void {
  const { schedule, advance, project } = simulation;
  const observer = observerOf(simulation);
  const state = new Float64Array(4);
  return (starts, results, index) => {
    state.set(starts.subarray(4 * index, 4 * index + 4));
    project?.(state);
    observer.begin(state);
    for (let step = 1; step <= schedule.steps; step++) {
      const h = step === schedule.steps ? schedule.lastStep : schedule.step;
      const strain2 = advance(state, h);
      if (!observer.see(state, h, strain2)) break;
    }
    const measured = observer.measured();
    MEASURES.forEach(({ id }, column) => {
      const value = measured[id];
      results[index * COLUMNS + column] =
        typeof value === 'string' ? OUTCOMES.indexOf(value) : value;
    });
  };
}
