import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Slice } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { zeroAngularMomentum } from '../../src/figure/overlays/zero-angular-momentum.ts';

const PANE = { x: 0, y: 0, width: 400, height: 400 };
const FONTS = { text: 'sans-serif', math: 'serif' };

const sliceOf = (query: string): Slice => fromQuery(query).experiment.slice;

function draw(slice: Slice, kind: 'map' | 'flow' = 'map'): string {
  return zeroAngularMomentum(slice, PANE, { kind, theme: 'dark', fonts: FONTS, em: 12 })
    .map(({ markup }) => markup)
    .join('');
}

/** Corners of what is drawn, in the slice's coordinates. */
function corners(slice: Slice): [number, number][] {
  const [, data = ''] = / d="([^"]*)"/.exec(draw(slice)) ?? [];
  return [...data.matchAll(/([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [
    slice.x.min + (Number(x) / PANE.width) * (slice.x.max - slice.x.min),
    slice.y.max - (Number(y) / PANE.height) * (slice.y.max - slice.y.min),
  ]);
}

describe('the line L = 0 of a map', () => {
  it.each([
    [
      'a line through 0',
      '?model=gan-qp&hold=0.5,0.3,0,0',
      ([x, y]: number[]) => 0.5 * y! - 0.3 * x!,
    ],
    [
      'a hyperbola',
      '?model=gan-qp&x=theta1:-2:2&y=phi2:-2:2&hold=0.5,0,0,0.6',
      ([x, y]: number[]) => 0.5 * 0.6 - y! * x!,
    ],
  ])('is %s where L vanishes', (_, query, angularMomentum) => {
    const points = corners(sliceOf(query));
    expect(points.length).toBeGreaterThan(1);
    // Corners are written to a hundredth of a pixel of 0.01 units each.
    for (const point of points) expect(Math.abs(angularMomentum(point))).toBeLessThan(1e-3);
  });

  it('is not drawn where every start has it, where none in the window does, or on a flow', () => {
    expect(draw(sliceOf('?model=gan-qp&x=theta1:-2:2&y=phi1:-2:2&hold=0,0,0,0'))).toBe('');
    expect(draw(sliceOf('?x=theta1:1:2&y=theta2:-2:-1&hold=0.5,0.3,0,0'))).toBe('');
    expect(draw(defaultExperiment().slice, 'flow')).toBe('');
  });
});
