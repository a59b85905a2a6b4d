import { expect, test } from 'vitest';
import {
  defaultExperiment,
  numberOf,
  withModel,
  withValues,
} from '../../../src/experiment/experiment.ts';
import type { AnimationMode } from '../../../src/experiment/editing/animation-range.ts';
import { openAnimation } from '../../../src/page/playback/animation.ts';
import { stateOf } from '../../../src/experiment/editing/page-state.ts';
import type { FrameTask } from '../../../src/page/shell/loop.ts';
import { channelOf } from '../../../src/page/state/signal.ts';
import { openStore } from '../../../src/page/state/store.ts';

/** An animation in a loop whose frames the test counts out. */
function opened(mode: AnimationMode, mapIsCurrent = () => true) {
  const experiment = withValues(defaultExperiment('wgan-gp'), { c: 1 });
  const store = openStore(stateOf({ experiment }));
  const refused: string[] = [];
  const tasks = new Set<FrameTask>();
  const animation = openAnimation({
    store,
    address: { freeze() {} },
    notices: { notify: (_, text) => void refused.push(text) },
    mapIsCurrent,
    loop: {
      add(task) {
        tasks.add(task);
        return () => void tasks.delete(task);
      },
      wake() {},
      frameTime: 0,
      resting: channelOf(),
      destroy() {},
    },
  });
  const tick = (seconds: number) => tasks.forEach((task) => task(seconds));
  animation.choose('c');
  animation.set({ from: 1, to: 2, seconds: 4, mode });
  return { store, animation, refused, tick, tasks, c: () => numberOf(store.experiment, 'c') };
}

test.for([
  { way: 'back', seen: [1.25, 1.5, 1.75, 2, 1.75, 1.5] },
  { way: 'loop', seen: [1.25, 1.5, 1.75, 1, 1.25, 1.5] },
  { way: 'once', seen: [1.25, 1.5, 1.75, 2, 2, 2] },
] as const)('goes $way', ({ way, seen }) => {
  const { animation, c, tick } = opened(way);
  animation.toggle();
  const values = seen.map(() => {
    tick(1);
    return c();
  });
  expect(values).toEqual(seen);
  expect(animation.playing).toBe(way !== 'once');
});

test('waits for the map of a step, and no longer than a second', () => {
  let isCurrent = false;
  const { animation, c, tick } = opened('back', () => isCurrent);
  animation.toggle();
  const seen = [0.5, 0.25, 0.25, 0.25].map((seconds) => {
    tick(seconds);
    return c();
  });
  expect(seen).toEqual([1, 1, 1.25, 1.25]);
  isCurrent = true;
  tick(0.25);
  expect(c()).toBe(1.375);
});

test('begins where the value is, and stands when somebody takes it over or it is gone', () => {
  const { store, animation, c, tick } = opened('back');
  store.update(withValues(store.experiment, { c: 1.5 }));
  animation.toggle();
  tick(1);
  expect(c()).toBe(1.75);
  store.update(withValues(store.experiment, { lambda: 3 }));
  expect(animation.playing, 'another parameter is another matter').toBe(true);
  store.update(withValues(store.experiment, { c: 0.2 }));
  expect(animation.playing).toBe(false);
  tick(1);
  expect(c()).toBe(0.2);

  animation.toggle();
  store.update(withModel(store.experiment, 'ns-gan'));
  expect(animation.playing).toBe(false);
  expect(animation.choice.name).toBe('l2');
});

test('only its first step is one to be undone', () => {
  const { store, animation, tick } = opened('back');
  const noted: boolean[] = [];
  store.subscribe(({ undoable }) => noted.push(undoable));
  animation.toggle();
  for (let i = 0; i < 3; i++) tick(0.5);
  store.update(withValues(store.experiment, { lambda: 3 }));
  tick(0.5);
  expect(noted).toEqual([true, false, false, true, false]);
});

test('a range that cannot be taken is told, and nothing moves', () => {
  const { animation, refused, c, tick } = opened('back');
  animation.set({ to: -5 });
  animation.toggle();
  tick(1);
  expect(refused).toHaveLength(1);
  expect(animation.playing).toBe(false);
  expect(c()).toBe(1);
});

test('its end leaves nothing in the loop and hears of no change', () => {
  const { store, animation, tasks } = opened('back');
  animation.destroy();
  expect(tasks.size).toBe(0);
  const { choice } = animation;
  store.update(withModel(store.experiment, 'ns-gan'));
  expect(animation.choice).toBe(choice);
});
