import { expect, test } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';

const AWAY = '\r\u001B[K';

/** A terminal, a clock that work moves on, and what was written. */
function simulated() {
  const written: string[] = [];
  let now = 1000;
  const terminal = { isTTY: true, write: (text: string) => written.push(text) };
  return { written, terminal, clock: () => now, pass: (time: number) => (now += time) };
}

test('the bar is taken away when the work is done', async () => {
  const { written, terminal, clock, pass } = simulated();
  const result = await withProgress(
    (report) => {
      pass(2000);
      report(0.5);
      return Promise.resolve(7);
    },
    terminal,
    clock,
  );
  expect(result).toBe(7);
  expect(written).toHaveLength(2);
  expect(written[0]).toMatch(/^\r━{15}┄{15} 50%, 2 s left/);
  expect(written[1]).toBe(AWAY);
});

test('the bar is taken away when the work fails', async () => {
  const { written, terminal, clock, pass } = simulated();
  const work = withProgress(
    (report) => {
      pass(2000);
      report(0.5);
      return Promise.reject(new Error('no room'));
    },
    terminal,
    clock,
  );
  await expect(work).rejects.toThrow('no room');
  expect(written.at(-1)).toBe(AWAY);
});

test('short work has no bar, and nothing is taken away', async () => {
  const { written, terminal, clock } = simulated();
  await withProgress((report) => Promise.resolve(report(0.5)), terminal, clock);
  expect(written).toEqual([]);
});

test('what is no terminal gets no bar', async () => {
  const { written, terminal, clock, pass } = simulated();
  const work = (report: (fraction: number) => void) => {
    pass(2000);
    return Promise.resolve(report(0.5));
  };
  await withProgress(work, { ...terminal, isTTY: false }, clock);
  expect(written).toEqual([]);
});
