import { expect, test } from 'vitest';
import { defaultExperiment, numberOf, withValues } from '../../../src/experiment/experiment.ts';
import { stateOf } from '../../../src/experiment/editing/page-state.ts';
import { openStore, type Transition } from '../../../src/page/state/store.ts';

const first = withValues(defaultExperiment('wgan-gp'), { lambda: 0.1 });
const withLambda = (lambda: number) => withValues(first, { lambda });

/** `0.1>0.2` for each transition. */
function recorded(transitions: readonly Transition[]): readonly string[] {
  const lambda = ({ experiment }: Transition['state']) => numberOf(experiment, 'lambda');
  return transitions.map(({ state, previous }) => `${lambda(previous)}>${lambda(state)}`);
}

test('every listener sees every transition, also when one changes the experiment again', () => {
  const store = openStore(stateOf({ experiment: first }));
  const [before, after]: [Transition[], Transition[]] = [[], []];
  store.subscribe((transition) => before.push(transition));
  store.subscribe(({ state }) => {
    const lambda = numberOf(state.experiment, 'lambda');
    if (lambda === 0.2) store.update(withLambda(0.3));
    if (lambda === 0.3) store.update(withLambda(0.4));
  });
  store.subscribe((transition) => after.push(transition));
  store.update(withLambda(0.2));
  const all = ['0.1>0.2', '0.2>0.3', '0.3>0.4'];
  expect(recorded(before)).toEqual(all);
  expect(recorded(after)).toEqual(all);
  expect(numberOf(store.experiment, 'lambda')).toBe(0.4);
});

test('the same state again is no transition', () => {
  const store = openStore(stateOf({ experiment: first }));
  const seen: Transition[] = [];
  store.subscribe((transition) => seen.push(transition));
  store.update(first);
  store.set(stateOf({ experiment: first }));
  expect(seen).toEqual([]);
});

test('a change of the experiment leaves what it is compared with', () => {
  const other = withLambda(0.5);
  const store = openStore({ experiment: first, comparison: { other, edited: 'b' } });
  store.update(withLambda(0.2), { undoable: false });
  expect(store.state).toEqual({
    experiment: withLambda(0.2),
    comparison: { other, edited: 'b' },
  });
});
