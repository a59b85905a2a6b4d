import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { stateOf } from '../../../src/experiment/editing/page-state.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { openColourRange } from '../../../src/page/shell/colour-range.ts';
import { openStore } from '../../../src/page/state/store.ts';

const experimentOf = (measure: string) => withValues(defaultExperiment(), { measure });
const scaleOf = (measure: string, value = 1) => {
  const experiment = experimentOf(measure);
  return scaleFor(experiment, new Float64Array(640).fill(value), 'dark');
};
const opened = () => {
  const store = openStore(stateOf({ experiment: experimentOf('distance') }));
  return { store, range: openColourRange(store) };
};

test.for(['distance', 'turns', 'outcome'])(
  'a pinned range of %s is the experiment’s, in links, too',
  (measure) => {
    const { store, range } = opened();
    store.update(experimentOf(measure));
    range.toggle();
    expect(range.isPinned.value, 'nothing to pin yet').toBe(false);
    const shown = scaleOf(measure);
    range.show(shown);
    range.toggle();
    expect(range.isPinned.value).toBe(true);
    const { experiment } = fromQuery(toQuery(store.experiment));
    expect(experiment).toEqual(store.experiment);
    // Other numbers have the same colours.
    const { low, high, inner, shade } = scaleFor(
      experiment,
      new Float64Array(640).fill(50),
      'dark',
    );
    if (measure === 'outcome') expect(shade).toEqual(shown.shade);
    else expect([low, high, inner]).toEqual([shown.low, shown.high, shown.inner]);
    // Another measure has its own.
    store.update(withValues(store.experiment, { measure: 'rate' }));
    expect(range.isPinned.value).toBe(false);
    store.update(withValues(store.experiment, { measure }));
    range.toggle();
    expect(store.experiment).toEqual(experimentOf(measure));
  },
);

test('a drag keeps the range that it began with', () => {
  const { range } = opened();
  const [first, second] = [scaleOf('distance'), scaleOf('distance', 2)];
  range.show(first);
  const ends = [range.hold(), range.hold()];
  range.show(second);
  ends[0]!();
  ends[0]!();
  expect([range.held.value, range.isPinned.value]).toEqual([first, false]);
  range.show(scaleOf('rate'));
  expect(range.held.value).toBe(undefined);
  range.hold();
  ends[1]!();
});
