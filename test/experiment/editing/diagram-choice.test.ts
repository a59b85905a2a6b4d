import { expect, test } from 'vitest';
import {
  firstDiagram,
  withAcross,
  withAcrossScale,
  withDiagram,
  withQuantity,
} from '../../../src/experiment/editing/diagram-choice.ts';
import { changesBetween } from '../../../src/experiment/editing/changes.ts';
import { MODELS } from '../../../src/models/index.ts';
import { METHODS } from '../../../src/methods/index.ts';
import { defaultExperiment } from '../../../src/experiment/experiment.ts';
import { fromQuery, toQuery } from '../../../src/experiment/format/url.ts';
import { checkWhole } from '../../../src/experiment/schema.ts';

test('every model by every method has a first diagram, which a link holds', () => {
  for (const { id: model } of MODELS) {
    for (const { id: method } of METHODS) {
      const bare = defaultExperiment(model, method);
      const experiment = checkWhole(withDiagram(bare, firstDiagram(bare)));
      const { experiment: read, ignored } = fromQuery(toQuery(experiment));
      expect(ignored).toEqual([]);
      expect(read.diagram).toEqual(experiment.diagram);
      expect(changesBetween(bare, experiment)).toEqual(['diagram']);
      expect(withDiagram(experiment, undefined)).toEqual(bare);
    }
  }
});

test('it is over what the map has across, of a rule over its learning rate, else over the model', () => {
  const across = (query: string) => firstDiagram(fromQuery(query).experiment).x;
  expect(across('model=ns-gan&x=rateG:0.1:4:log')).toMatchObject({ parameter: 'rateG', max: 4 });
  expect(across('model=ns-gan&method=altgd')).toMatchObject({ parameter: 'step' });
  expect(across('model=wgan-gp')).toMatchObject({ parameter: 'lambda' });
  expect(across('model=ns-gan')).toMatchObject({ parameter: 'l2' });
});

test('another target has its own axis, another quantity its own range', () => {
  const { experiment } = fromQuery('model=wgan-gp&diagram=lambda:0:2;theta1;-1:1');
  const diagram = experiment.diagram!;
  const overC = withAcross(experiment, diagram, 'c');
  expect(overC).toMatchObject({ x: { parameter: 'c' }, of: 'theta1' });
  expect(overC).not.toHaveProperty('range');
  expect(withAcross(experiment, diagram, 'theta2').x).toEqual(experiment.slice.y);
  expect(withAcross(experiment, diagram, 'phi1').x).toMatchObject({ min: -2, max: 2 });
  expect(withQuantity(diagram, 'length')).not.toHaveProperty('range');
  // A logarithm has no 0.
  expect(withAcrossScale(diagram, 'log').x).toMatchObject({ min: 0.002, max: 2, scale: 'log' });
});
