import { expect, test } from 'vitest';
import {
  compareWithPresent,
  editSide,
  endComparison,
  isSameState,
  stateOf,
} from '../../../src/experiment/editing/page-state.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';

const first = withValues(defaultExperiment('wgan-gp'), { lambda: 0.1 });
const second = withValues(first, { lambda: 0.5 });

test('a comparison begins with the present experiment on both sides, and edits A', () => {
  const state = compareWithPresent(stateOf({ experiment: first }));
  expect(state).toEqual({ experiment: first, comparison: { other: first, edited: 'a' } });
  expect(endComparison(state)).toEqual(stateOf({ experiment: first }));
});

test('to edit the other side exchanges both experiments, and back', () => {
  const state = stateOf({ experiment: second, other: first, edited: 'a' });
  const exchanged = editSide(state, 'b');
  expect(exchanged).toEqual({ experiment: first, comparison: { other: second, edited: 'b' } });
  expect(editSide(exchanged, 'a')).toEqual(state);
  expect(editSide(state, 'a')).toBe(state);
});

test('states are the same that hold the very same objects', () => {
  const state = stateOf({ experiment: second, other: first, edited: 'a' });
  expect(isSameState(state, stateOf({ experiment: second, other: first, edited: 'a' }))).toBe(true);
  expect(isSameState(state, stateOf({ experiment: second, other: first, edited: 'b' }))).toBe(
    false,
  );
  expect(isSameState(state, stateOf({ experiment: second }))).toBe(false);
});
