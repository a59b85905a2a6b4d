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

/**
 * Random states by turns in two dimensions, in one, in two, and with L = 0 in two: theta on the line
 * of phi.
 */
export function mixedStarts(
  seed: number,
  count: number,
  least: number,
  most: number,
): Float64Array {
  const starts = randomStates(randomSource(seed), count, least, most);
  for (let row = 0; row < count; row++) {
    const at = 4 * row;
    if (row % 4 === 1) starts[at + 1] = starts[at + 3] = 0;
    if (row % 4 === 3) {
      // Powers of two, so that L is 0 to the last digit.
      starts[at + 2] = starts[at]! / 2;
      starts[at + 3] = starts[at + 1]! / 2;
    }
  }
  return starts;
}
