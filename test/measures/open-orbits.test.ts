/** Orbits that only the flow closes, under long alternating steps: what a label says of them holds for as long again. */
import { expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';
import { oneDimensional, randomSource, randomStates } from '../support/random.ts';

const COUNT = 40;
const OUTCOME = MEASURES.findIndex(({ id }) => id === 'outcome');

/** The labels of starts of the saturating GAN by altgd, tangents followed. */
async function labelsOf(step: number, time: number, starts: Float64Array): Promise<Outcome[]> {
  const experiment = withValues(defaultExperiment('saturating-gan', 'altgd'), { step, time });
  const results = await cpuEngine.measure(experiment, starts, { measures: ['outcome'] });
  const rows = starts.length / 4;
  return Array.from({ length: rows }, (_, row) => OUTCOMES[results[row * COLUMNS + OUTCOME]!]!);
}

/** The largest |theta| over a horizon of `steps`, and over as many steps after it, of the map itself. */
function reachesOf(start: readonly number[], h: number, steps: number): [number, number] {
  let [phi1, phi2, theta1, theta2] = start as [number, number, number, number];
  const reaches: [number, number] = [0, 0];
  for (let k = 0; k < 2 * steps; k++) {
    const fake = h / (1 + Math.exp(-(phi1 * theta1 + phi2 * theta2)));
    phi1 -= fake * theta1;
    phi2 -= fake * theta2;
    const moved = h / (1 + Math.exp(-(phi1 * theta1 + phi2 * theta2)));
    theta1 += moved * phi1;
    theta2 += moved * phi2;
    const half = k < steps ? 0 : 1;
    reaches[half] = Math.max(reaches[half], Math.hypot(theta1, theta2));
  }
  return reaches;
}

test.each([
  [1, 300, 'one dimension'],
  [1, 300, 'two'],
  [2, 300, 'one dimension'],
  [2, 600, 'two'],
] as const)('at h = %d to T = %d in %s', async (step, time, dimension) => {
  const drawn = randomStates(randomSource(12), COUNT, 0.1, 2);
  const starts = dimension === 'two' ? drawn : oneDimensional(drawn);
  const labels = await labelsOf(step, time, starts);
  let stay = 0;
  let leave = 0;
  for (let i = 0; i < COUNT; i++) {
    const start = starts.subarray(4 * i, 4 * i + 4);
    const outcome = labels[i];
    const [before, after] = reachesOf([...start], step, time / step);
    if (after > 1.5 * before) leave += 1;
    if (outcome !== 'bounded' && outcome !== 'orbiting') continue;
    stay += 1;
    expect(after, start.join()).toBeLessThan(1.5 * before);
  }
  // Both are there: the label neither holds by luck nor says nothing.
  expect(stay).toBeGreaterThan(COUNT / 8);
  if (step === 2) expect(leave).toBeGreaterThan(0);
});

test('what wanders where gradients vanish does not grow without end', async () => {
  // The largest |theta| of 2,000 units of time is 3.2, 3.5, 3.8, 3.9, 4.1, 3.4, 4.2, 3.3, …
  const start = Float64Array.of(-0.3766, -0.8391, -1.9548, -1.0773);
  expect(await labelsOf(0.5, 2000, start)).toEqual(['undecided']);
});
