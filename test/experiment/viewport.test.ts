import { describe, expect, test } from 'vitest';
import { defaultExperiment, withValues, type Slice } from '../../src/experiment/experiment.ts';
import { defaultViewport } from '../../src/experiment/default-viewport.ts';
import { presetExperiments } from '../../src/experiment/editing/preset-experiments.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { MAX_COORDINATE } from '../../src/experiment/format/read-axis.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import {
  float32Steps,
  isInPlane,
  isSamePlane,
  panned,
  placementOf,
  rounded,
  roundedPoint,
  zoomed,
} from '../../src/experiment/viewport.ts';

const presets = presetExperiments();

const { slice } = defaultExperiment();

function windowOf(xMin: number, xMax: number, yMin = xMin, yMax = xMax): Slice {
  return {
    ...slice,
    x: { ...slice.x, min: xMin, max: xMax },
    y: { ...slice.y, min: yMin, max: yMax },
  };
}

const boundsOf = ({ x, y }: Slice) => [x.min, x.max, y.min, y.max];
const at = ({ x }: Slice, share: number) => x.min + share * (x.max - x.min);

describe('zoom', () => {
  test('keeps the point under the pointer, and narrows by the factor', () => {
    const near = zoomed(slice, 4, 0.75, 0.25);
    expect(near.x.max - near.x.min).toBeCloseTo(1, 12);
    expect(at(near, 0.75)).toBeCloseTo(1, 12);
    expect(near.y.min + 0.25 * (near.y.max - near.y.min)).toBeCloseTo(-1, 12);
    const [a, b, c, d] = boundsOf(zoomed(near, 0.25, 0.75, 0.25)) as [number, ...number[]];
    expect(a).toBeCloseTo(-2, 12);
    expect([b, c, d].map((bound) => Math.abs(bound!))).toEqual([2, 2, 2]);
  });

  test('ends at the largest window and at the narrowest, however hard one turns', () => {
    expect(boundsOf(zoomed(slice, 1e-9, 0.2, 0.9))).toEqual([
      -MAX_COORDINATE,
      MAX_COORDINATE,
      -MAX_COORDINATE,
      MAX_COORDINATE,
    ]);
    let deep = slice;
    for (let i = 0; i < 100; i++) deep = zoomed(deep, 2, 0.8, 0.8);
    expect(deep.x.max).toBeGreaterThan(deep.x.min);
    expect(deep.x.max - deep.x.min).toBeGreaterThan(1e-10);
    expect(deep.x.max - deep.x.min).toBeLessThan(1e-8);
    expect(zoomed(deep, 0.5, 0.5, 0.5).x.max).toBeGreaterThan(deep.x.max);
  });

  test('a window that reaches the limit moves inside instead of being cut', () => {
    const edge = zoomed(windowOf(900, 1000), 0.5, 0, 0);
    expect(boundsOf(edge)).toEqual([800, 1000, 800, 1000]);
  });

  test('a narrow and a wide axis keep their proportion', () => {
    const tall = zoomed(windowOf(-1, 1, -500, 500), 0.1, 0.5, 0.5);
    expect((tall.y.max - tall.y.min) / (tall.x.max - tall.x.min)).toBeCloseTo(500, 9);
  });
});

describe('pan', () => {
  test('moves by shares of the window, both ways', () => {
    expect(boundsOf(panned(slice, 0.25, -0.5))).toEqual([-1, 3, -4, 0]);
  });

  test('stops at the limits with the window as wide as it was', () => {
    expect(boundsOf(panned(windowOf(990, 1000), 5, -500))).toEqual([990, 1000, -1000, -990]);
  });
});

describe('rounding', () => {
  test.each([4, 0.37, 2.2e-3, 5.1e-7, 3e-9])('of a window of %d is under a pixel', (span) => {
    const exact = windowOf(0.4123456789123, 0.4123456789123 + span);
    const written = rounded(exact);
    const pixel = span / 2400;
    expect(Math.abs(written.x.min - exact.x.min)).toBeLessThan(pixel);
    expect(Math.abs(written.x.max - exact.x.max)).toBeLessThan(pixel);
    expect(rounded(written)).toEqual(written);
  });

  test('leaves a short link, which reads back the same window', () => {
    const experiment = defaultExperiment();
    const written = rounded(zoomed(slice, 3.7, 0.61, 0.13));
    const query = toQuery({ ...experiment, slice: written });
    expect(query.length).toBeLessThan(80);
    expect(fromQuery(query).experiment.slice).toEqual(written);
    const deep = rounded(zoomed(slice, 1e7, 0.61, 0.13));
    expect(fromQuery(toQuery({ ...experiment, slice: deep })).experiment.slice).toEqual(deep);
  });

  test('has no -0, and keeps squares square', () => {
    const written = rounded(windowOf(-1e-9, 1.23456789, -3.33333333, -2.09876543));
    expect(Object.is(written.x.min, -0)).toBe(false);
    expect(written.x.max - written.x.min).toBeCloseTo(written.y.max - written.y.min, 12);
  });

  test('a point is written as finely as a pane shows it', () => {
    const axis = (min: number, max: number) => ({ component: 'phi1', min, max }) as const;
    expect(roundedPoint(axis(-2, 2), 1.23456)).toBe(1.23);
    expect(roundedPoint(axis(0.5, 0.5004), 0.500123456)).toBe(0.500123);
    expect(roundedPoint(axis(0, 1000), 2000)).toBe(MAX_COORDINATE);
  });
});

describe('the place of an old picture in a new window', () => {
  test('from the upper left, in shares of the window', () => {
    expect(placementOf(windowOf(-2, 2), windowOf(0, 1))).toEqual({
      x: -2,
      y: -1,
      width: 4,
      height: 4,
    });
    expect(placementOf(slice, slice)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  test('is none in another plane', () => {
    const held = { ...slice, hold: [0.3, 0.2, 0, 0] as const };
    expect(placementOf(slice, held)).toBeUndefined();
    expect(placementOf(slice, { ...slice, y: { ...slice.y, component: 'phi1' } })).toBeUndefined();
    // What is held of a component that varies says nothing.
    expect(isSamePlane(slice, { ...slice, hold: [0.1, 0.2, 5, 6] })).toBe(true);
    expect(isInPlane(slice, [0.1, 0.2, 7, 8])).toBe(true);
    expect(isInPlane(slice, [0.1, 0.3, 7, 8])).toBe(false);
  });
});

test('float32 has half a million steps across ±2, and less than one across 10⁻⁵ near 1.5', () => {
  // Between 1 and 2 float32 has 2^23 numbers, between 2 and 4 as many.
  const GRID = { width: 512, height: 512 };
  expect(float32Steps(slice, GRID)).toBe((4 / 512) * 2 ** 22);
  expect(float32Steps(windowOf(1.5, 1.50001), GRID)).toBeCloseTo((1e-5 / 512) * 2 ** 23, 6);
  expect(float32Steps(windowOf(-1e-6, 1e-6), GRID)).toBeGreaterThan(1000);
  // The axis with more pixels decides.
  expect(float32Steps(slice, { width: 64, height: 1024 })).toBe((4 / 1024) * 2 ** 22);
});

describe('home', () => {
  const experimentOf = (id: string) =>
    fromQuery(PRESETS.find((preset) => preset.id === id)!.query).experiment;

  test.each(PRESETS.map(({ id }) => id))('%s comes home from any zoom', (id) => {
    const preset = experimentOf(id);
    const away = { ...preset, slice: rounded(zoomed(preset.slice, 7, 0.3, 0.9)) };
    expect(defaultViewport(away, presets)).toEqual(preset.slice);
    // A parameter that was turned on the way does not matter.
    expect(defaultViewport(withValues(away, { l2: 0.77 }), presets)).toEqual(preset.slice);
  });

  test('a window that the default or a preset has is home', () => {
    // The article's WGAN-GP holds the same values, in a viewport of its own.
    const standard = defaultExperiment('wgan-gp');
    expect(defaultViewport(standard, presets)).toEqual(standard.slice);
    const article = { ...standard, slice: windowOf(-1.2, 1.2) };
    expect(defaultViewport(article, presets)).toEqual(article.slice);
    expect(defaultViewport({ ...standard, slice: windowOf(-1.1, 1.2) }, presets)).not.toEqual(
      standard.slice,
    );
  });

  test('without a preset it is the default window', () => {
    const away = { ...defaultExperiment('hinge-gan'), slice: windowOf(0.1, 0.2) };
    expect(defaultViewport(away, presets)).toEqual(slice);
  });
});
