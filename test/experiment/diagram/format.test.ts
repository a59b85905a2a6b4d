import { expect, test } from 'vitest';
import { defaultExperiment, withMethod, withModel } from '../../../src/experiment/experiment.ts';
import { fromFile, toFile } from '../../../src/experiment/format/json.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { isSameExperiment } from '../../../src/experiment/keys.ts';
import { assign } from '../../../src/experiment/schema.ts';

const rule = defaultExperiment('wgan-gp', 'altgd');

test.each([
  'lambda:0.05:5:log;theta1;-2:2;0.5',
  'step:0.1:2;theta-length;;0.25',
  'phi2:-1:1;outcome;;1',
])('%s survives a link and a file', (text) => {
  const experiment = assign(rule, 'diagram', text);
  const { experiment: linked, ignored } = fromQuery(toQuery(experiment));
  expect(ignored).toEqual([]);
  expect(linked.diagram).toEqual(experiment.diagram);
  expect(isSameExperiment(linked, experiment)).toBe(true);
  expect(isSameExperiment(linked, rule)).toBe(false);
  const saved: unknown = JSON.parse(JSON.stringify(toFile(experiment)));
  expect(fromFile(saved).diagram).toEqual(experiment.diagram);
});

test('an axis alone is a diagram of theta1 in the last quarter', () => {
  expect(assign(rule, 'diagram', 'c=0:2').diagram).toEqual({
    x: { parameter: 'c', min: 0, max: 2, scale: 'linear' },
    of: 'theta1',
    last: 0.25,
  });
});

test('a link without a diagram says nothing of one, and one that is wrong costs nothing else', () => {
  expect(toQuery(rule)).not.toContain('diagram');
  const { experiment, ignored } = fromQuery('model=wgan-gp&lambda=0.5&diagram=lambda:2:1');
  expect(experiment.diagram).toBeUndefined();
  expect(experiment.values['lambda']).toBe(0.5);
  expect(ignored).toHaveLength(1);
});

test('another model or method keeps a diagram over what it has', () => {
  const over = (text: string) => assign(rule, 'diagram', text);
  expect(withModel(over('l2:0:1'), 'ns-gan').diagram).toEqual(over('l2:0:1').diagram);
  expect(withModel(over('lambda:0:1'), 'ns-gan').diagram).toBeUndefined();
  // A flow's longest step is 0.5.
  expect(withMethod(over('step:0.1:2'), 'rk4').diagram).toBeUndefined();
});
