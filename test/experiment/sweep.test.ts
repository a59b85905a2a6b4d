import { expect, test } from 'vitest';
import {
  defaultExperiment,
  numberOf,
  textOf,
  withValues,
} from '../../src/experiment/experiment.ts';
import {
  modelVariants,
  sweepVariants,
  sweptParameters,
  defaultRange,
  readRange,
} from '../../src/experiment/sweep.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { checkWhole } from '../../src/experiment/schema.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { literal } from '../../src/models/message.ts';

const WGAN_GP = withValues(defaultExperiment('wgan-gp'), { lambda: 0.7, time: 4 });
const parameterOf = (name: string, experiment = WGAN_GP) =>
  sweptParameters(experiment).find((parameter) => parameter.name === name)!;

test('every model is there, in order, f-GAN with each divergence, the present one as it is', () => {
  const family = modelVariants(WGAN_GP);
  expect([...new Set(family.map(({ experiment }) => experiment.model))]).toEqual(
    MODELS.map(({ id }) => id),
  );
  const divergences = family.filter(({ experiment }) => experiment.model === 'f-gan');
  expect(divergences.map(({ experiment }) => textOf(experiment, 'divergence'))).toEqual([
    'kl',
    'reverse-kl',
    'pearson',
    'hellinger',
    'js',
  ]);
  expect(family.find(({ experiment }) => experiment.model === 'wgan-gp')!.experiment).toBe(WGAN_GP);
  expect(family.every(({ experiment }) => numberOf(experiment, 'time') === 4)).toBe(true);
});

test('a sweep goes by differences or by ratios, as its parameter does, both ends included', () => {
  const linear = sweepVariants(WGAN_GP, parameterOf('lambda'), { from: 0, to: 1.1 }, 12);
  expect(linear.map(({ experiment }) => numberOf(experiment, 'lambda'))).toEqual([
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1,
  ]);
  expect(linear[1]!.title).toEqual([literal('λ = 0.1')]);
  const ratios = sweepVariants(WGAN_GP, parameterOf('rateD'), { from: 0.1, to: 10 }, 5);
  expect(ratios.map(({ experiment }) => numberOf(experiment, 'rateD'))).toEqual([
    0.1, 0.316, 1, 3.16, 10,
  ]);
});

test('whole numbers stay whole, and none is shown twice', () => {
  const altgd = { ...defaultExperiment('wgan-gp', 'altgd') };
  const dSteps = parameterOf('dSteps', altgd);
  const values = sweepVariants(altgd, dSteps, { from: 1, to: 4 }, 12).map(({ experiment }) =>
    numberOf(experiment, 'dSteps'),
  );
  expect(values).toEqual([1, 2, 3, 4]);
});

test.each(METHODS.map(({ id }) => id))('usual ends of %s are admitted by every model', (method) => {
  const refused: string[] = [];
  for (const { id } of MODELS) {
    const experiment = withValues(defaultExperiment(id, method), { time: 2 });
    for (const parameter of sweptParameters(experiment)) {
      const ends = defaultRange(experiment, parameter);
      const values = sweepVariants(experiment, parameter, ends, 12).map((member) =>
        numberOf(checkWhole(member.experiment), parameter.name),
      );
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const admitted = least < most && least >= parameter.min && most <= parameter.max;
      if (!admitted) refused.push(`${id} ${parameter.name}: ${values.join()}`);
    }
  }
  expect(refused).toEqual([]);
});

test('ends that are typed are put in order, and refused where the parameter does not allow them', () => {
  const read = (name: string, from: string, to: string) =>
    readRange(WGAN_GP, parameterOf(name), { from, to });
  expect(read('lambda', '2', '1/2')).toEqual({ from: 0.5, to: 2 });
  expect(read('lambda', '0,5', '2')).toEqual({ from: 0.5, to: 2 });
  for (const [name, from, to, says] of [
    ['lambda', '-1', '2', 'invalid lambda: -1, expected a number from 0 to 100'],
    ['lambda', '1', '1', 'invalid lambda: from 1 to 1, expected two values'],
    ['lambda', '', '1', 'invalid lambda: (empty), expected a number from 0 to 100'],
    ['step', '0.1', '3', 'invalid step: 3, expected a number from 0.001 to 0.5'],
    ['time', '0.1', '3', 'invalid time: 0.1, expected a number from 0.25 to 10000'],
  ] as const) {
    expect(() => read(name, from, to)).toThrow(ChoiceError);
    expect(() => read(name, from, to)).toThrow(says);
  }
});
