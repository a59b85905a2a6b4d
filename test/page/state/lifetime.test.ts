import { expect, test } from 'vitest';
import { lifetimeOf } from '../../../src/page/state/lifetime.ts';

test('what was taken last is returned first, once', () => {
  const life = lifetimeOf();
  const order: string[] = [];
  life.onEnd(() => order.push('first'));
  life.own({ destroy: () => order.push('part') });
  const target = new EventTarget();
  target.addEventListener('event', () => order.push('event'), { signal: life.signal });
  target.dispatchEvent(new Event('event'));
  life.destroy();
  life.destroy();
  target.dispatchEvent(new Event('event'));
  expect(order).toEqual(['event', 'part', 'first']);
});

test('what is taken after the end is returned at once', () => {
  const life = lifetimeOf();
  life.destroy();
  let ended = 0;
  life.own({ destroy: () => (ended += 1) });
  expect(ended).toBe(1);
});

test('an end that fails keeps no other from its turn, and is no secret', () => {
  const life = lifetimeOf();
  let ended = 0;
  life.onEnd(() => (ended += 1));
  life.onEnd(() => {
    throw new Error('an end failed');
  });
  expect(() => life.destroy()).toThrow('an end failed');
  expect(ended).toBe(1);
});
