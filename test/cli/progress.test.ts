import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';

const AWAY = '\r\u001B[K';

let written: string[];
let now: number;
const terminal = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');

beforeEach(() => {
  [written, now] = [[], 1000];
  Object.defineProperty(process.stderr, 'isTTY', { value: true, configurable: true });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  if (terminal) Object.defineProperty(process.stderr, 'isTTY', terminal);
  else Reflect.deleteProperty(process.stderr, 'isTTY');
});

test('the bar is taken away when the work is done', async () => {
  const result = await withProgress((report) => {
    now += 2000;
    report(0.5);
    return Promise.resolve(7);
  });
  expect(result).toBe(7);
  expect(written).toHaveLength(2);
  expect(written[0]).toMatch(/^\r━{15}┄{15} 50%, 2 s left/);
  expect(written[1]).toBe(AWAY);
});

test('the bar is taken away when the work fails', async () => {
  const work = withProgress((report) => {
    now += 2000;
    report(0.5);
    return Promise.reject(new Error('no room'));
  });
  await expect(work).rejects.toThrow('no room');
  expect(written.at(-1)).toBe(AWAY);
});

test('short work has no bar, and nothing is taken away', async () => {
  await withProgress((report) => Promise.resolve(report(0.5)));
  expect(written).toEqual([]);
});
