import { describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measureStart } from '../support/flow.ts';

/** Games whose every orbit is closed under the flow. */
const NEUTRAL: readonly (readonly [string, Values])[] = [
  ['saturating-gan', {}],
  ['f-gan', { divergence: 'reverse-kl' }],
  ['f-gan', { divergence: 'js' }],
  ['wgan-gp', { lambda: 0 }],
  ['hinge-gan', {}],
  ['wgan-clip', {}],
];

const STARTS = [
  [0.5, 0.3, 0.9, -0.4],
  [0.02, 0, 0.03, 0.01],
  [1.5, -1, 0, 0.6],
  [0.4, 0, 0.2, 0],
];

describe('no neutral orbit is called converged, converging, or by a flow growing', () => {
  const cases = NEUTRAL.flatMap(([model, values]) =>
    ['rk4', 'dopri5', 'altgd'].map((method) => ({ model, values, method })),
  );

  // Alternating steps as long as these break the widest orbits up, and some do grow.
  const allowed = (method: string) =>
    method === 'altgd'
      ? ['orbiting', 'bounded', 'undecided', 'growing']
      : ['orbiting', 'bounded', 'undecided'];

  test.each(cases)('$model $values by $method', ({ model, values, method }) => {
    const times = [10, 40, 200];
    for (const [i, step] of [0.05, 0.0625, 0.1, 0.2].entries()) {
      for (const [k, time] of times.entries()) {
        const experiment = withValues(defaultExperiment(model, method), { ...values, step, time });
        const start = STARTS[(i + k) % STARTS.length]!;
        const { outcome } = measureStart(experiment, start);
        expect(allowed(method), `h ${step}, T ${time}, ${start.join()}`).toContain(outcome);
      }
    }
  });
});
