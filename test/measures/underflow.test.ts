import { describe, expect, test } from 'vitest';
import { nameOf, RESTS, WALKS, type DeepCase } from '../support/deep.ts';
import { measureStart } from '../support/flow.ts';

function check({ experiment, start, distance, turns, outcome }: DeepCase): void {
  const measured = measureStart(experiment, start);
  expect(measured.outcome).toBe(outcome);
  // By T = 40 the rest is reached to 1e-6.
  expect(measured.distance / distance).toBeCloseTo(1, 5);
  if (turns !== undefined) expect(measured.turns).toBeCloseTo(turns, 6);
}

const named = (cases: readonly DeepCase[]) => cases.map((one) => ({ name: nameOf(one), one }));

describe('theta walks for ever though phi underflows', () => {
  test.each(named(WALKS))('$name', ({ one }) => check(one));
});

describe('theta rests where the field jumps', () => {
  test.each(named(RESTS))('$name', ({ one }) => check(one));
});
