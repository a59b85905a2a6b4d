import { expect, test } from 'vitest';
import { EQUILIBRIUM_KINDS, type Equilibrium } from '../../src/experiment/equilibrium/kind.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { mapPlane, withAxis } from '../../src/experiment/plane.ts';
import { equilibriumMarks } from '../../src/figure/overlays/equilibria.ts';
import { documentOf } from '../../src/figure/svg.ts';

const PANE = { x: 0, y: 0, width: 200, height: 200 };

/** Through 0. */
const PLANE = assign(defaultExperiment(), 'hold', '0,0,0,0');

function drawn(equilibria: readonly Equilibrium[], experiment = PLANE): string {
  const options = { theme: 'light', em: 10 } as const;
  return documentOf(PANE, {}, equilibriumMarks(equilibria, mapPlane(experiment), PANE, options));
}

const at = (theta1: number, kind: Equilibrium['kind']): Equilibrium => ({
  state: [0, 0, theta1, 0],
  eigenvalues: [],
  kind,
});

test('every kind of equilibrium has a mark of its own, at its place', () => {
  const marks = EQUILIBRIUM_KINDS.map((kind) => drawn([at(1, kind)]));
  expect(new Set(marks).size).toBe(EQUILIBRIUM_KINDS.length);
  // The default slice goes from -2 to 2: 1 is at three quarters.
  expect(drawn([at(1, 'sink')])).toContain('cx="150" cy="100"');
});

test('what is outside the pane or its plane, or on a plane of parameters, has none', () => {
  expect(drawn([at(2.5, 'sink')])).toBe(drawn([]));
  expect(drawn([at(1, 'sink')], defaultExperiment()), 'its plane has φ ≠ 0').toBe(drawn([]));
  const l2 = { parameter: 'l2', min: 0, max: 1, scale: 'linear' } as const;
  expect(drawn([at(1, 'sink')], withAxis(PLANE, 'x', l2))).toBe(drawn([]));
});
