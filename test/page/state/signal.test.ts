import { expect, test } from 'vitest';
import { channelOf, derived, signalOf } from '../../../src/page/state/signal.ts';

test('a listener that emits lets every listener see every event, in order', () => {
  const { emit, subscribe } = channelOf<number>();
  const seen: string[] = [];
  subscribe((event) => {
    seen.push(`a${event}`);
    if (event < 3) emit(event + 1);
  });
  subscribe((event) => seen.push(`b${event}`));
  emit(1);
  expect(seen).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
});

test('the end of a subscription is its own, also while an event is delivered', () => {
  const { emit, subscribe } = channelOf<number>();
  const seen: string[] = [];
  const listener = (event: number) => void seen.push(`a${event}`);
  const end = subscribe(listener);
  subscribe((event) => {
    if (event === 2) endOfLast();
  });
  subscribe(listener);
  const endOfLast = subscribe((event) => seen.push(`last${event}`));
  emit(1);
  end();
  end();
  emit(2);
  expect(seen).toEqual(['a1', 'a1', 'last1', 'a2']);
});

test('a listener that fails keeps nobody else from the events, and is no secret', () => {
  const { emit, subscribe } = channelOf<number>();
  const seen: number[] = [];
  subscribe((event) => {
    if (event === 1) emit(2);
    throw new Error(`of ${event}`);
  });
  subscribe((event) => seen.push(event));
  expect(() => emit(1)).toThrow('of 1');
  expect(seen).toEqual([1, 2]);
  expect(() => emit(3)).toThrow('of 3');
  expect(seen).toEqual([1, 2, 3]);
});

test('a signal has its new value when its listeners are called, and calls none for the same', () => {
  const signal = signalOf(1);
  const seen: [number, number][] = [];
  signal.subscribe((value) => seen.push([value, signal.value]));
  signal.set(1);
  signal.set(2);
  expect(seen).toEqual([[2, 2]]);
});

test('a derived value is never out of date, and its end leaves its sources alone', () => {
  const [a, b] = [signalOf(1), signalOf(2)];
  const early: number[] = [];
  const sum = derived(() => a.value + b.value, [a, b]);
  const seen: number[] = [];
  sum.subscribe((value) => seen.push(value));
  a.subscribe(() => early.push(sum.value));
  a.set(3);
  b.set(2);
  expect(seen).toEqual([5]);
  expect(early).toEqual([5]);
  b.set(5);
  sum.destroy();
  b.set(9);
  expect(seen).toEqual([5, 8]);
});
