import { expect, test } from 'vitest';
import { diagramKey } from '../../../src/experiment/diagram/diagram-key.ts';
import {
  diagramPlane,
  presentFraction,
  withPresent,
  withWindow,
} from '../../../src/experiment/diagram/diagram-window.ts';
import { numberOf, withValues } from '../../../src/experiment/experiment.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { panned, rounded, zoomed } from '../../../src/experiment/viewport.ts';

/** An experiment with its diagram. */
function of(query: string) {
  const { experiment } = fromQuery(query);
  return { experiment, diagram: experiment.diagram! };
}

const LOG = of('model=wgan-gp&lambda=0.2&diagram=lambda:0.02:2:log;theta-length;0:4');

test('the line lies at the present value, in the scale of the axis', () => {
  // 0.2 is the geometric middle of 0.02 and 2.
  expect(presentFraction(LOG.experiment, LOG.diagram)).toBeCloseTo(0.5, 12);
  const linear = of('model=wgan-gp&c=0.5&diagram=c:0:2;theta1');
  expect(presentFraction(linear.experiment, linear.diagram)).toBe(0.25);
  const beyond = of('model=wgan-gp&c=1.5&diagram=c:0:1;theta1');
  expect(presentFraction(beyond.experiment, beyond.diagram)).toBe(1.5);
});

test('what is dragged sets the parameter as finely as a pane shows it, and not beyond the axis', () => {
  const at = (fraction: number) =>
    numberOf(withPresent(LOG.experiment, LOG.diagram, fraction), 'lambda');
  expect(at(0)).toBe(0.02);
  expect(at(1)).toBe(2);
  expect(at(0.75)).toBeCloseTo(0.2 * Math.sqrt(10), 2);
  expect(at(-3)).toBe(0.02);
  expect(String(at(1 / 3)).length).toBeLessThan(8);
  const whole = of('model=ns-gan&method=altgd&diagram=dSteps:1:5;theta1');
  expect(numberOf(withPresent(whole.experiment, whole.diagram, 0.4), 'dSteps')).toBe(3);
});

test('over a component of the start it sets that of the first one alone', () => {
  const { experiment, diagram } = of(
    'model=ns-gan&starts=0.1,0.2,0.3,0.4;1,1,1,1&diagram=theta1:-1:1;length',
  );
  expect(presentFraction(experiment, diagram)).toBeCloseTo(0.65, 12);
  expect(withPresent(experiment, diagram, 0.25).starts).toEqual([
    [0.1, 0.2, -0.5, 0.4],
    [1, 1, 1, 1],
  ]);
});

test('zoom keeps the place under the pointer, in both directions; a link holds what is seen', () => {
  const { experiment, diagram } = LOG;
  const plane = diagramPlane(experiment, diagram, diagram.range!);
  const closer = withWindow(diagram, rounded(zoomed(plane, 2, 0.25, 0.5)));
  // A quarter of the way stays there: 0.02 * 100^0.25, of the logarithm; upwards the middle.
  const kept = 0.02 * 100 ** 0.25;
  expect(Math.log(kept / closer.x.min) / Math.log(closer.x.max / closer.x.min)).toBeCloseTo(
    0.25,
    3,
  );
  expect(closer.x.max / closer.x.min).toBeCloseTo(10, 2);
  expect(closer.range).toEqual([1, 3]);
  const moved = withWindow(diagram, rounded(panned(plane, 0, 0.5)));
  expect(moved.range).toEqual([2, 6]);
  const { experiment: read } = fromQuery(toQuery({ ...experiment, diagram: closer }));
  expect(read.diagram).toEqual(closer);
});

test('an axis stays where its parameter is valid, one of steps where the horizon has four of them', () => {
  const wide = of('model=wgan-gp&diagram=lambda:0:2;theta1;-1:1');
  const left = panned(diagramPlane(wide.experiment, wide.diagram, [-1, 1]), -1, 0);
  expect(left.x.min).toBe(0);
  const steps = of('model=ns-gan&method=altgd&time=10&diagram=step:0.5:2;theta1;-1:1');
  const plane = diagramPlane(steps.experiment, steps.diagram, [-1, 1]);
  expect(panned(plane, 5, 0).x.max).toBe(2.5);
});

test('values upwards may be as large as trajectories are', () => {
  const { experiment, diagram } = of('model=ns-gan&diagram=l2:0:1;E;0:500000');
  const plane = diagramPlane(experiment, diagram, diagram.range!);
  expect(withWindow(diagram, rounded(zoomed(plane, 2, 0.5, 0))).range).toEqual([0, 250_000]);
  const outcomes = of('model=ns-gan&diagram=l2:0:1;outcome');
  const shown = diagramPlane(outcomes.experiment, outcomes.diagram, [0, 1]);
  expect(withWindow(outcomes.diagram, shown)).not.toHaveProperty('range');
});

test('a diagram is measured anew for every value but that of what is across', () => {
  const { experiment, diagram } = LOG;
  const key = (values: Readonly<Record<string, number | string>>) =>
    diagramKey(withValues(experiment, values), diagram);
  const before = key({});
  expect(key({ lambda: 1.7 })).toBe(before);
  expect(key({ theme: 'dark', measure: 'rate' })).toBe(before);
  expect(key({ c: 0.25 })).not.toBe(before);
  expect(key({ time: 41 })).not.toBe(before);
  expect(diagramKey(experiment, { ...diagram, range: [0, 3] })).not.toBe(before);
  expect(diagramKey({ ...experiment, starts: [[1, 0, 0, 0]] }, diagram)).not.toBe(before);
});
