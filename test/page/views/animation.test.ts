import { expect, test } from 'vitest';
import {
  defaultExperiment,
  numberOf,
  withModel,
  withValues,
} from '../../../src/experiment/experiment.ts';
import { animationOf, type AnimationMode } from '../../../src/page/views/animation.ts';
import { storeOf } from '../../../src/page/app/store.ts';

function opened(mode: AnimationMode) {
  const store = storeOf(withValues(defaultExperiment('wgan-gp'), { c: 1 }));
  const refused: string[] = [];
  const onRefused = (message: string) => refused.push(message);
  const animation = animationOf({ store, onChange: () => {}, onRefused });
  animation.choose('c');
  animation.set({ from: 1, to: 2, seconds: 4, mode });
  return { store, animation, refused, c: () => numberOf(store.experiment, 'c') };
}

test.for([
  { way: 'back', seen: [1.25, 1.5, 1.75, 2, 1.75, 1.5] },
  { way: 'loop', seen: [1.25, 1.5, 1.75, 1, 1.25, 1.5] },
  { way: 'once', seen: [1.25, 1.5, 1.75, 2, 2, 2] },
] as const)('goes $way', ({ way, seen }) => {
  const { animation, c } = opened(way);
  animation.toggle();
  const values = seen.map(() => {
    animation.tick(1);
    return c();
  });
  expect(values).toEqual(seen);
  expect(animation.playing).toBe(way !== 'once');
});

test('begins where the value is, and stands when somebody takes it over or it is gone', () => {
  const { store, animation, c } = opened('back');
  store.update(withValues(store.experiment, { c: 1.5 }));
  animation.toggle();
  animation.tick(1);
  expect(c()).toBe(1.75);
  store.update(withValues(store.experiment, { lambda: 3 }));
  expect(animation.playing, 'another parameter is another matter').toBe(true);
  store.update(withValues(store.experiment, { c: 0.2 }));
  expect(animation.playing).toBe(false);
  animation.tick(1);
  expect(c()).toBe(0.2);

  animation.toggle();
  store.update(withModel(store.experiment, 'ns-gan'));
  expect(animation.playing).toBe(false);
  expect(animation.choice.name).toBe('l2');
});

test('only its first step is one to be undone', () => {
  const { store, animation } = opened('back');
  const noted: boolean[] = [];
  store.subscribe(() => noted.push(!animation.isContinuation));
  animation.toggle();
  for (let i = 0; i < 3; i++) animation.tick(0.5);
  store.update(withValues(store.experiment, { lambda: 3 }));
  animation.tick(0.5);
  expect(noted).toEqual([true, false, false, true, false]);
});

test('a range that cannot be taken is told, and nothing moves', () => {
  const { animation, refused, c } = opened('back');
  animation.set({ to: -5 });
  animation.toggle();
  animation.tick(1);
  expect(refused).toHaveLength(1);
  expect(animation.playing).toBe(false);
  expect(c()).toBe(1);
});
