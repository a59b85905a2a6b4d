import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { englishOf } from '../../src/models/message.ts';
import type { Model } from '../../src/models/model.ts';
import { MODIFIERS } from '../../src/models/modifiers.ts';
import { FIELD_MODIFIERS } from '../../src/models/modifiers/index.ts';
import { defaultsOf, type Parameter, type Values } from '../../src/models/parameter.ts';
import { RUN, VIEW } from '../../src/experiment/parameters.ts';
import { situation } from '../support/situation.ts';

/** Every combination of a few values of each parameter: its ends, its default, and 0 and 1. */
function combinationsOf(parameters: readonly Parameter[]): Values[] {
  return parameters.reduce<Values[]>(
    (rows, parameter) =>
      rows.flatMap((row) =>
        valuesOf(parameter).map((value) => ({ ...row, [parameter.name]: value })),
      ),
    [{}],
  );
}

function valuesOf(parameter: Parameter): readonly (number | string | boolean)[] {
  if (parameter.kind === 'choice') return parameter.options;
  if (parameter.kind === 'boolean') return [false, true];
  const { min, max } = parameter;
  const tried = [min, max, parameter.default, 0, 1, -1];
  return [...new Set(tried.filter((value) => value >= min && value <= max))];
}

/** Braces that pair and escapes that end: what a typesetter needs first. */
function expectTex(tex: string): void {
  expect(tex.trim()).not.toBe('');
  expect(tex).not.toMatch(/undefined|NaN|\[object/);
  expect(tex.match(/(?<!\\){/g)?.length).toBe(tex.match(/(?<!\\)}/g)?.length);
}

describe('every model', () => {
  it('has an id of its own, a title and a source', () => {
    expect(new Set(MODELS.map(({ id }) => id)).size).toBe(MODELS.length);
    for (const { id, title, source } of MODELS) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(title).not.toBe('');
      expect(source).toMatch(/(19|20)\d\d/);
    }
  });

  it('of the specification is there', () => {
    expect(MODELS.map(({ id }) => id)).toEqual(
      expect.arrayContaining(
        'ns-gan saturating-gan wgan wgan-gp gan-qp lsgan f-gan hinge-gan wgan-div wgan-clip'.split(
          ' ',
        ),
      ),
    );
  });

  it.each(MODELS.map(({ id }) => id))('%s has its file of WGSL', (id) => {
    expect(existsSync(new URL(`../../shaders/models/${id}.wgsl`, import.meta.url))).toBe(true);
    expect(existsSync(new URL(`../../src/models/${id}.ts`, import.meta.url))).toBe(true);
  });

  it.each(MODELS.map((model): [string, Model] => [model.id, model]))(
    '%s has a formula and a sentence for every situation',
    (_, model) => {
      for (const parameters of combinationsOf(model.parameters)) {
        const { lossD, lossG, phi, theta, constraint } = model.formula(parameters);
        for (const tex of [lossD, lossG, phi, theta]) expectTex(tex!);
        if (constraint !== undefined) expectTex(constraint);
        for (const l2 of [0, 0.25, 2]) {
          for (const oneDimensional of [false, true]) {
            const sentences = model.theory(
              situation({ model: model.id, parameters, modifiers: { l2 }, oneDimensional }),
            );
            expect(sentences.length).toBeGreaterThan(0);
            for (const sentence of sentences) {
              expect(Object.values(model.sentences)).toContainEqual(
                expect.objectContaining({ id: sentence.id, text: sentence.text }),
              );
              expect(englishOf(sentence)).toMatch(/^\p{Lu}.{20,}[.]$/u);
              expect(englishOf(sentence)).not.toMatch(/undefined|NaN|\[object/);
            }
          }
        }
      }
    },
  );
});

describe('every method', () => {
  it.each(METHODS.map(({ id }) => id))('%s has its file of WGSL', (id) => {
    expect(existsSync(new URL(`../../shaders/methods/${id}.wgsl`, import.meta.url))).toBe(true);
    expect(existsSync(new URL(`../../src/methods/${id}.ts`, import.meta.url))).toBe(true);
  });
});

describe('every modifier', () => {
  it.each(FIELD_MODIFIERS.map(({ id }) => id))('%s has its file of WGSL', (id) => {
    expect(existsSync(new URL(`../../shaders/modifiers/${id}.wgsl`, import.meta.url))).toBe(true);
    expect(existsSync(new URL(`../../src/models/modifiers/${id}.ts`, import.meta.url))).toBe(true);
  });

  it.each(FIELD_MODIFIERS.map((modifier) => [modifier.id, modifier] as const))(
    '%s is off at its defaults, and no other value leaves it so',
    (_, { parameters, isOff }) => {
      const values = defaultsOf(parameters);
      expect(isOff(values)).toBe(true);
      for (const { name, min, max } of parameters) {
        for (const value of [min, max]) {
          if (value !== values[name]) expect(isOff({ ...values, [name]: value })).toBe(false);
        }
      }
    },
  );
});

describe('every parameter', () => {
  const owners: [string, readonly Parameter[]][] = [
    ...[...MODELS, ...METHODS].map(({ id, parameters }): [string, readonly Parameter[]] => [
      id,
      parameters,
    ]),
    ['modifiers', MODIFIERS],
    ['run', RUN],
    ['view', VIEW],
  ];

  it.each(owners)('of %s says what it is, and its default is allowed', (_, parameters) => {
    for (const parameter of parameters) {
      expect(parameter.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(parameter.symbol).not.toBe('');
      expect(parameter.doc).not.toBe('');
      if (parameter.kind === 'choice') {
        expect(new Set(parameter.options).size).toBe(parameter.options.length);
        expect(parameter.options).toContain(parameter.default);
      }
      if (parameter.kind === 'number') {
        expect(parameter.min).toBeLessThan(parameter.max);
        expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
        expect(parameter.default).toBeLessThanOrEqual(parameter.max);
        expect(parameter.step).toBeGreaterThan(0);
        if (parameter.unit !== undefined) expect(parameter.unit).not.toBe('');
        if (parameter.logarithmic) expect(parameter.min).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('has a name of its own in every experiment', () => {
    for (const model of MODELS) {
      for (const method of METHODS) {
        const names = [
          ...model.parameters,
          ...MODIFIERS,
          ...method.parameters,
          ...RUN,
          ...VIEW,
        ].map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(Object.keys(defaultsOf(model.parameters))).toEqual(
          model.parameters.map(({ name }) => name),
        );
      }
    }
  });
});
