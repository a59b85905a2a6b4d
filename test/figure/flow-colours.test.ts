import { expect, it } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { colouringHigh, colouringOf } from '../../src/figure/colour/flow-colours.ts';

it('colours of particles end where their legend says', () => {
  const highOf = (colour: string) =>
    colouringHigh(withValues(defaultExperiment(), { colour, time: 12 }));
  expect([highOf('time'), highOf('angle'), highOf('speed'), highOf('distance')]).toEqual([
    12,
    2 * Math.PI,
    2,
    2,
  ]);
  expect(colouringOf(defaultExperiment())).toBe('map');
});
