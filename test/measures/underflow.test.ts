import { describe, expect, test } from 'vitest';
import { foundOf, named, RESTS, rightOf, WALKS } from '../support/deep.ts';
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
