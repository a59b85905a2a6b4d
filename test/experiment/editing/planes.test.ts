import { describe, expect, test } from 'vitest';
import {
  isDegenerate,
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

test('a slice is degenerate where every start in two dimensions has L = 0', () => {
  expect(isDegenerate(held([0, 0, 0.5, 0.5]).slice)).toBe(true);
  expect(isDegenerate(held([0.1, 0, 0, 0]).slice)).toBe(false);
  expect(isDegenerate(withPlane(held([0, 0, 0, 0]), 'line').slice)).toBe(false);
});
