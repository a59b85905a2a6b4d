import { expect, test } from 'vitest';
import {
  defaultExperiment,
  numberOf,
  withMethod,
  withValues,
} from '../../src/experiment/experiment.ts';
import { videoPlan, type VideoChoice } from '../../src/figure/video-plan.ts';

const choice: VideoChoice = {
  content: 'both',
  parameterRange: undefined,
  seconds: 10,
  rate: 30,
  width: 1280,
  background: 'dark',
  file: 'mp4',
};
const experiment = withValues(withMethod(defaultExperiment('wgan-gp'), 'rk4'), {
  time: 40,
  step: 0.125,
  speed: 0.5,
});

test('over time the frames lead from the start to the horizon', () => {
  const plan = videoPlan(experiment, choice);
  expect(plan.frames).toBe(300);
  expect(plan.stepsTo(0)).toBe(0);
  const steps = Array.from({ length: plan.frames }, (_, i) => plan.stepsTo(i));
  expect(steps.reduce((sum, count) => sum + count)).toBeCloseTo(320, 9);
  expect(plan.experimentAt(299)).toBe(experiment);
  // Two frames of the live view's sixty a second.
  expect(plan.stride).toBe(2);
});

test('over a parameter they lead from end to end, the flow at its own speed', () => {
  const parameterRange = { name: 'c', from: 0, to: 2 };
  const plan = videoPlan(experiment, { ...choice, parameterRange, seconds: 0.5, rate: 10 });
  const values = Array.from({ length: plan.frames }, (_, i) => numberOf(plan.experimentAt(i), 'c'));
  expect(values).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(plan.stepsTo(3)).toBe(0.5 * 6);
  const refused = { ...choice, parameterRange: { ...parameterRange, to: -1 } };
  expect(() => videoPlan(experiment, refused)).toThrow(/^invalid c/);
});
