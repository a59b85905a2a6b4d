import { describe, expect, test } from 'vitest';
import { crossHairOf, withCrossHair } from '../../src/experiment/editing/cross-hair.ts';
import { defaultExperiment, withMethod, withModel } from '../../src/experiment/experiment.ts';
import { fromFile, toFile } from '../../src/experiment/format/json.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { startsOfPixels } from '../../src/experiment/grid.ts';
import { mapKey } from '../../src/experiment/keys.ts';
import { isSlice, mapPlane, withMapPlane } from '../../src/experiment/plane.ts';
import { assign, checkWhole, keysOf } from '../../src/experiment/schema.ts';
import { panned, placementOf, rounded, zoomed } from '../../src/experiment/viewport.ts';

const base = defaultExperiment('wgan-gp', 'altgd');
const overParameters = assign(assign(base, 'x', 'lambda=0:2'), 'y', 'step=0.01:1:log');
const mixed = assign(assign(base, 'x', 'lambda=0:2'), 'y', 'theta1=-2:2');

describe('axes', () => {
  test('are parameters of model, modifiers and method, or components', () => {
    expect(overParameters.parameterAxes).toEqual({
      x: { parameter: 'lambda', min: 0, max: 2, scale: 'linear' },
      y: { parameter: 'step', min: 0.01, max: 1, scale: 'log' },
    });
    expect(overParameters.slice).toEqual(base.slice);
    expect(isSlice(mapPlane(overParameters))).toBe(false);
    expect(assign(overParameters, 'x', 'phi1=-1:1').parameterAxes).not.toHaveProperty('x');
  });

  test('beneath a parameter the slice has another component than the other axis', () => {
    expect(mixed.slice.y.component).toBe('theta1');
    expect(mixed.slice.x.component).toBe('theta2');
    const turned = assign(assign(base, 'x', 'theta2=-2:2'), 'y', 'lambda=0:2');
    expect(checkWhole(turned).slice.y.component).toBe('theta1');
  });

  test.each([
    ['time=1:2', /TARGET is one of phi1, .*, step, .*\(of wgan-gp by altgd\)/],
    ['eps=0.1:0.2', /TARGET is one of/],
    ['seed=1:2', /TARGET is one of/],
    ['nothing=1:2', /TARGET is one of/],
    ['l2=-1:1', /expected l2=min:max or l2=min:max:log, with min < max, both from 0 to 2/],
    ['l2=0:1:log', /min above 0 for log/],
    ['l2=1:1', /min < max/],
    ['theta1=0.1:1:log', /expected component=min:max/],
  ])('%s is refused', (text, message) => {
    expect(() => assign(base, 'x', text)).toThrow(message);
  });

  test('may not be the same, and leave room for four of the longest steps', () => {
    expect(() => checkWhole(assign(overParameters, 'x', 'step=0.1:0.2'))).toThrow(/both step/);
    expect(() => checkWhole(assign(overParameters, 'time', 3.9))).toThrow(/four steps of 1/);
  });

  test('go with a model or method that does not have their parameters', () => {
    expect(withModel(overParameters, 'ns-gan').parameterAxes).toEqual({
      y: overParameters.parameterAxes!.y,
    });
    const overBeta = assign(withMethod(base, 'momentum'), 'y', 'beta=0:0.9');
    expect(withMethod(overBeta, 'rk4')).not.toHaveProperty('parameterAxes');
  });
});

describe('links and files', () => {
  test.each([
    ['two parameters', overParameters],
    ['one', mixed],
    ['another flow', assign(overParameters, 'flowX', 'phi2:-1:1')],
  ])('hold %s', (_, experiment) => {
    expect(fromQuery(toQuery(experiment))).toEqual({ experiment, ignored: [] });
    expect(fromFile(JSON.parse(JSON.stringify(toFile(experiment))))).toEqual(experiment);
  });

  test('are short', () => {
    expect(toQuery(overParameters)).toBe(
      'model=wgan-gp&method=altgd&x=lambda:0:2&y=step:0.01:1:log',
    );
  });

  test('name every key', () => {
    const file = toFile(overParameters) as Record<string, unknown>;
    const absent = ['ensemble', 'diagram', 'colours'];
    for (const key of keysOf(base).filter((name) => !absent.includes(name))) {
      expect(assign(overParameters, key, file[key]), key).toEqual(overParameters);
    }
  });
});

test('pixel centres are even in the scale, whole numbers whole', () => {
  const { starts, varied } = startsOfPixels(overParameters, { width: 2, height: 2 });
  expect(varied!.names).toEqual(['lambda', 'step']);
  const expected = [0.5, 10 ** -1.5, 1.5, 10 ** -1.5, 0.5, 10 ** -0.5, 1.5, 10 ** -0.5];
  varied!.values.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14));
  expect([...starts.subarray(4, 8)]).toEqual(base.slice.hold);
  const whole = assign(base, 'x', 'dSteps=1:5');
  expect([...startsOfPixels(whole, { width: 4, height: 1 }).varied!.values]).toEqual([2, 3, 4, 5]);
});

describe('a viewport', () => {
  const plane = mapPlane(overParameters);

  test('zooms a logarithmic axis by ratios, within what the parameter may be', () => {
    const near = zoomed(plane, 2, 0.5, 0.5);
    expect([near.x.min, near.x.max]).toEqual([0.5, 1.5]);
    expect(near.y.min).toBeCloseTo(10 ** -1.5, 12);
    expect(near.y.max).toBeCloseTo(10 ** -0.5, 12);
    const wide = zoomed(plane, 1e-9, 0.5, 0.5);
    const { min, max } = (plane.x as { declared: { min: number; max: number } }).declared;
    expect(wide.x.min).toBeGreaterThanOrEqual(min);
    expect(wide.x.max).toBeLessThanOrEqual(max);
    expect(panned(plane, -5, 0).x.min).toBe(min);
  });

  test('is written with few digits, and lies where it belongs in another', () => {
    const near = rounded(zoomed(plane, 3, 0.3, 0.7));
    expect(checkWhole(withMapPlane(overParameters, near)).parameterAxes!.y!.scale).toBe('log');
    expect(String(near.y.min).length).toBeLessThan(9);
    const placement = placementOf(plane, zoomed(plane, 2, 0.5, 0.5))!;
    expect(placement.y).toBeCloseTo(-0.5, 12);
    expect(placement.height).toBeCloseTo(2, 12);
  });
});

describe('the cross-hair', () => {
  test('is at the experiment’s own values, which the map does not depend on', () => {
    const moved = withCrossHair(overParameters, { x: 0.25, y: 0.5 });
    expect(moved.values).toMatchObject({ lambda: 0.5, step: 0.1 });
    expect(crossHairOf(moved)!.x).toBeCloseTo(0.25, 12);
    expect(crossHairOf(moved)!.y).toBeCloseTo(0.5, 12);
    expect(mapKey(moved)).toBe(mapKey(overParameters));
    expect(crossHairOf(base)).toBeUndefined();
  });

  test('takes the plane’s own start along on a component', () => {
    const moved = withCrossHair(mixed, { x: 0.5, y: 0.75 });
    expect(moved.slice.hold).toEqual([0.1, 0.2, 1, 0.1]);
    expect(moved.starts).toEqual([[0.1, 0.2, 1, 0.1]]);
  });
});
