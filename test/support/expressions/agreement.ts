import type { GpuContext } from '../../../src/gpu/context.ts';
import { randomSource, randomStates } from '../random.ts';
import { nodesOf, taped } from './compiled.ts';
import { evaluatedOnGpu } from './on-gpu.ts';
import { randomExpression } from './random-expression.ts';

const K = 1.25;

/** What is compiled as one shader. */
const BATCH = 25;

export interface Disagreement {
  readonly text: string;
  readonly state: readonly number[];
  readonly cpu: readonly number[];
  readonly gpu: readonly number[];
}

/**
 * Where values or derivatives of random expressions differ between tape and WGSL.
 *
 * float32 rounds at 6e-8 and an argument is off by as much as its own terms; how much of that a result
 * shows differs from state to state. So it is measured: the largest change of the tape's result when
 * the state moves by a few roundings, and the result itself.
 */
export async function disagreements(
  context: GpuContext,
  seed: number,
  count: number,
): Promise<{ readonly compared: number; readonly found: readonly Disagreement[] }> {
  const random = randomSource(seed);
  const texts = Array.from({ length: count }, () => randomExpression(random).text);
  const states = randomStates(random, 24, 0.3, 2);
  const found: Disagreement[] = [];
  let compared = 0;
  for (let begin = 0; begin < texts.length; begin += BATCH) {
    const batch = texts.slice(begin, begin + BATCH).map((text) => {
      const { algebra, value, gradient } = nodesOf(text);
      const nodes = [value, gradient[0]!, gradient[2]!, gradient[3]!];
      return { text, nodes, run: taped(algebra, nodes) };
    });
    const vectors = batch.map(({ nodes }) => nodes);
    const results = await evaluatedOnGpu(context, vectors, K, states);
    batch.forEach(({ text, run }, i) => {
      for (let row = 0; row < states.length / 4; row++) {
        const s = states.subarray(4 * row, 4 * row + 4);
        const cpu = run(s, K);
        const from = 4 * (row * batch.length + i);
        const gpu = [...results.subarray(from, from + 4)];
        const nearby = [-1, 1].map((sign) =>
          run(
            s.map((x, k) => x * (1 + sign * SHIFTS[k]!)),
            K,
          ),
        );
        const isSame = cpu.every((x, k) => {
          const spread = Math.max(...nearby.map((other) => Math.abs(other[k]! - x)));
          return (
            Math.abs(gpu[k]! - x) <= TOLERANCE * (1 + Math.max(...cpu.map(Math.abs))) + 10 * spread
          );
        });
        // Beyond this float32 has lost what it would be compared by.
        if (Math.max(...cpu.map(Math.abs)) > 1e5) continue;
        compared += 1;
        if (!isSame) found.push({ text, state: [...s], cpu, gpu });
      }
    });
  }
  return { compared, found };
}

/** Some tens of roundings of float32. */
const TOLERANCE = 4e-6;

/** A few roundings, of different sizes for each component. */
const SHIFTS = [3e-7, -2e-7, 2.5e-7, 1.5e-7];
