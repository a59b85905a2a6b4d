/** Seeded uniform numbers in [0, 1) for tests (mulberry32, Tommy Ettinger 2017, public domain). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` states of norm log-uniform in [least, most], in random directions, four numbers each. */
export function randomStates(
  random: () => number,
  count: number,
  least: number,
  most: number,
): Float64Array {
  const states = new Float64Array(4 * count);
  for (let row = 0; row < count; row++) {
    const normals = [0, 1].flatMap(() => {
      const radius = Math.sqrt(-2 * Math.log(1 - random()));
      const angle = 2 * Math.PI * random();
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    const target = least * (most / least) ** random();
    const size = Math.hypot(...normals);
    // Rounded to float32, so that both precisions see the same state.
    normals.forEach((x, i) => (states[4 * row + i] = Math.fround((x * target) / size)));
  }
  return states;
}

/** States in the one-dimensional subspace: of each phi1 and theta1. */
export function oneDimensional(states: Float64Array): Float64Array {
  return states.map((x, i) => (i % 2 === 0 ? x : 0));
}

/** States with L = 0 to the last digit: theta along phi, by turns a power of two times it or 0. */
export function onLine(states: Float64Array): Float64Array {
  return states.map((x, i) => {
    const at = i % 4;
    return at < 2 ? x : FACTORS[Math.floor(i / 4) % FACTORS.length]! * states[i - 2]!;
  });
}

/** Products with powers of two are exact in every precision. */
const FACTORS = [0.5, -0.25, 2, 0, -1, 1, -4];

/** Random states by turns in two dimensions, in one, in two, and with L = 0 in two. */
export function mixedStarts(
  seed: number,
  count: number,
  least: number,
  most: number,
): Float64Array {
  const states = randomStates(randomSource(seed), count, least, most);
  const kinds = [states, oneDimensional(states), states, onLine(states)];
  return states.map((_, i) => kinds[Math.floor(i / 4) % 4]![i]!);
}
