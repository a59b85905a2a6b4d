import { describe, expect, test } from 'vitest';
import {
  isDegenerate,
  planeChoice,
  planeOf,
  PLANES,
  withPlane,
} from '../../../src/experiment/editing/planes.ts';
import { defaultExperiment, type Experiment } from '../../../src/experiment/experiment.ts';
import type { State } from '../../../src/models/state.ts';

function held(hold: State): Experiment {
  const experiment = defaultExperiment();
  return { ...experiment, slice: { ...experiment.slice, hold } };
}

describe('a plane that is chosen', () => {
  const planar = PLANES.filter(({ line }) => !line).map(({ id }) => ({ id }));

  test.each(planar)('$id is one where L is not 0 everywhere', ({ id }) => {
    // From nothing but zeros, and from one dimension.
    for (const from of [held([0, 0, 0, 0]), withPlane(held([0.3, 0.2, 0.1, 0.4]), 'line')]) {
      const { slice } = withPlane(from, id);
      expect(planeOf(slice)).toBe(id);
      expect(isDegenerate(slice)).toBe(false);
    }
  });

  test.each(planar)('$id keeps what is held where that is not 0', ({ id }) => {
    const experiment = held([0.3, -0.2, 0.7, 0.4]);
    expect(withPlane(experiment, id).slice.hold).toEqual(experiment.slice.hold);
  });
});

describe('one dimension and back', () => {
  const experiment = { ...held([0.3, -0.2, 0.7, 0.4]), starts: [[1, 2, 3, 4]] as const };

  test('keeps what is held and the starts', () => {
    const { choose } = planeChoice();
    const line = choose(choose(experiment, 'line'), 'line');
    expect(line.slice.hold).toEqual([0.3, 0, 0.7, 0]);
    expect(line.starts).toEqual([[1, 0, 3, 0]]);
    expect(choose(line, 'theta1:theta2')).toEqual(experiment);
  });

  test('keeps what was changed there', () => {
    const { choose } = planeChoice();
    const line = choose(experiment, 'line');
    const starts = [[0.5, 0, 3, 0], [0.1, 0, 0.1, 0]] as const; // prettier-ignore
    expect(choose({ ...line, starts }, 'theta1:theta2').starts).toEqual(starts);
    // Another experiment in between brings nothing of the first one.
    const other = withPlane(held([0.6, 0, 0, 0]), 'line');
    expect(choose(other, 'theta1:theta2')).toEqual(withPlane(other, 'theta1:theta2'));
  });
});

test('a slice is degenerate where every start in two dimensions has L = 0', () => {
  expect(isDegenerate(held([0, 0, 0.5, 0.5]).slice)).toBe(true);
  expect(isDegenerate(held([0.1, 0, 0, 0]).slice)).toBe(false);
  expect(isDegenerate(withPlane(held([0, 0, 0, 0]), 'line').slice)).toBe(false);
});
