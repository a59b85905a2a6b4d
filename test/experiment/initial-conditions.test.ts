import { describe, expect, test } from 'vitest';
import { defaultExperiment, MAX_INITIAL_CONDITIONS } from '../../src/experiment/experiment.ts';
import {
  pointOf,
  withReplacedInitialCondition,
  slotsOf,
  stateAt,
  withoutInitialCondition,
  withInitialCondition,
} from '../../src/experiment/initial-conditions.ts';
import type { State } from '../../src/models/state.ts';

const stateOf = (value: number): State => [0.1, 0.2, value, -value];
const many = (count: number) => Array.from({ length: count }, (_, i) => stateOf(i));

describe('starts', () => {
  test('join at the end, and push out the oldest where there is no room', () => {
    expect(withInitialCondition(many(2), stateOf(9))).toEqual([...many(2), stateOf(9)]);
    const full = withInitialCondition(many(MAX_INITIAL_CONDITIONS), stateOf(9));
    expect(full).toHaveLength(MAX_INITIAL_CONDITIONS);
    expect(full[0]).toEqual(stateOf(1));
    expect(full.at(-1)).toEqual(stateOf(9));
  });

  test('lie where the window says, with what the slice holds', () => {
    const { slice } = defaultExperiment();
    expect(stateAt(slice, 0.75, 0.25)).toEqual([0.1, 0.2, 1, -1]);
    expect(pointOf(slice, [0.1, 0.2, 1, -1])).toEqual({ x: 0.75, y: 0.25 });
    // One that is dragged keeps what it holds itself.
    expect(stateAt(slice, 0.5, 0.5, [7, 8, 1, 1])).toEqual([7, 8, 0, 0]);
    expect(stateAt(slice, 0.50123, 0.4)).toEqual([0.1, 0.2, 0, -0.4]);
  });
});

describe('colours', () => {
  const [before, slots] = [many(3), [0, 1, 2]];

  test('stay with their starts when others go and come', () => {
    const fewer = withoutInitialCondition(before, 1);
    expect(slotsOf(fewer, before, slots)).toEqual([0, 2]);
    const again = withInitialCondition(fewer, stateOf(7));
    expect(slotsOf(again, fewer, [0, 2])).toEqual([0, 2, 1]);
  });

  test('stay with a start that moves, also onto another', () => {
    expect(slotsOf(withReplacedInitialCondition(before, 1, stateOf(5)), before, [0, 4, 2])).toEqual(
      [0, 4, 2],
    );
    const onto = withReplacedInitialCondition(before, 1, stateOf(2));
    expect(slotsOf(onto, before, [0, 4, 2])).toEqual([0, 4, 2]);
  });

  test('of a full list: the newest gets that of the oldest', () => {
    const full = many(MAX_INITIAL_CONDITIONS);
    const all = [...full.keys()];
    expect(slotsOf(withInitialCondition(full, stateOf(99)), full, all)).toEqual([
      ...all.slice(1),
      0,
    ]);
  });

  test('of other starts altogether begin with the first', () => {
    expect(slotsOf([stateOf(50), stateOf(51)], before, [3, 4, 5])).toEqual([0, 1]);
    expect(slotsOf([], before, slots)).toEqual([]);
  });
});
