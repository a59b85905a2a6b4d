import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { openColourRange } from '../../../src/page/shell/colour-range.ts';

const scaleOf = (measure: string) =>
  scaleFor(withValues(defaultExperiment(), { measure }), [], 'dark');

test('a pinned range lasts until it is let go or another measure is shown', () => {
  const range = openColourRange();
  const [first, second] = [scaleOf('distance'), scaleOf('distance')];
  range.toggle();
  expect(range.pinned.value, 'nothing to pin yet').toBe(undefined);
  range.show(first);
  range.toggle();
  range.show(second);
  expect([range.pinned.value, range.isPinned.value]).toEqual([first, true]);
  range.show(scaleOf('rate'));
  expect([range.pinned.value, range.isPinned.value]).toEqual([undefined, false]);
});

test('a drag keeps the range that it began with, and leaves what was pinned', () => {
  const range = openColourRange();
  const [first, second] = [scaleOf('distance'), scaleOf('distance')];
  range.show(first);
  const ends = [range.hold(), range.hold()];
  range.show(second);
  ends[0]!();
  ends[0]!();
  expect([range.pinned.value, range.isPinned.value]).toEqual([first, false]);
  ends[1]!();
  expect(range.pinned.value).toBe(undefined);
  range.toggle();
  range.hold()();
  expect(range.pinned.value).toBe(second);
});
