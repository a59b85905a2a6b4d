import { expect, test } from 'vitest';
import { ganfield } from '../support/command.ts';

interface CheckJson {
  readonly engine: string;
  readonly checks: readonly {
    readonly measure: string;
    readonly verdict: string;
    readonly count: number;
    readonly agrees: number;
    readonly independent?: {
      readonly count: number;
      readonly agrees: number;
      readonly contradictions: readonly unknown[];
    };
  }[];
}

test('a sample of a map is held against float64 and an independent integration', async () => {
  const flags = 'check --model ns-gan --set l2=0.3 --time 10 --measure distance,turns,lyapunov';
  const { code, stdout, stderr } = await ganfield([...flags.split(' '), '--engine', 'gpu']);
  expect(code, stderr).toBe(0);
  const { engine, checks } = JSON.parse(stdout) as CheckJson;
  expect(engine).toBe('gpu');
  expect(checks.map(({ measure, verdict }) => [measure, verdict])).toEqual([
    ['distance', 'agrees'],
    ['turns', 'agrees'],
    ['lyapunov', 'agrees'],
  ]);
  expect(checks[0]).toMatchObject({ count: 1024, agrees: 1024 });
  expect(checks[0]!.independent).toMatchObject({ count: 16, agrees: 16, contradictions: [] });
  expect(checks[2]!.independent).toBeUndefined();
  expect(stderr).toContain(
    'distance: 1024 of 1024 starts agree with float64; 16 of 16 with an independent integration',
  );
  expect(stderr).toContain('there is no independent integration of this measure');
});

test.each([
  ['check --sample x', /invalid sample: x, expected a whole number/],
  ['check --measure size', /unknown measure: size/],
])('%s is refused', async (words, reason) => {
  const { code, stderr } = await ganfield(words.split(' '));
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
});
