import { describe, expect, test } from 'vitest';
import { DECAYS, DEEPER_DECAYS, foundOf, named, RESTS, rightOf, WALKS } from '../support/deep.ts';
import { withValues } from '../../src/experiment/experiment.ts';
import { measureStart } from '../support/flow.ts';

describe('theta walks for ever though phi underflows', () => {
  test.each(named(WALKS))('$name', ({ one }) => {
    expect(foundOf(one, measureStart(one.experiment, one.start))).toEqual(rightOf(one));
  });
});

describe('theta rests where the field jumps', () => {
  test.each(named(RESTS))('$name', ({ one }) => {
    expect(foundOf(one, measureStart(one.experiment, one.start))).toEqual(rightOf(one));
  });
});

describe('a decay is followed as far as float64 goes', () => {
  test.each(named([...DECAYS, ...DEEPER_DECAYS]))('$name', ({ one }) => {
    const { rate, turns, outcome } = measureStart(one.experiment, one.start);
    expect(outcome).toBe('converged');
    // Maxima fall between steps of 1/16: (w h)^2/8 = 1e-4 of each, over a quarter of the horizon.
    expect(rate).toBeCloseTo(one.rate, 4);
    expect(turns).toBeCloseTo(one.turns, 5);
  });

  test('and not further', () => {
    const { experiment, start } = DEEPER_DECAYS[0]!;
    const { rate, turns, outcome } = measureStart(withValues(experiment, { time: 2000 }), start);
    expect({ rate, turns, outcome }).toEqual({ rate: NaN, turns: NaN, outcome: 'converged' });
  });

  test('at the equilibrium itself nothing moves', () => {
    const { rate, turns } = measureStart(DECAYS[0]!.experiment, [0, 0, 0, 0]);
    expect({ rate, turns }).toEqual({ rate: 0, turns: 0 });
  });
});
