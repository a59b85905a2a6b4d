import { describe, expect, it } from 'vitest';
import { openedModel } from '../../../src/experiment/editing/model-view.ts';
import { defaultExperiment, textOf, withValues } from '../../../src/experiment/experiment.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';

const measureOf = (experiment: Parameters<typeof openedModel>[0]) => textOf(experiment, 'measure');

describe('a model chosen by hand', () => {
  it('shows the measure that suits it, and the next one its own', () => {
    const first = openedModel(defaultExperiment('ns-gan'), 'wgan-gp');
    expect(measureOf(first)).toBe('turns');
    expect(measureOf(openedModel(first, 'gan-qp'))).toBe('amplitude');
  });

  it('keeps a measure that was chosen', () => {
    const chosen = withValues(defaultExperiment('wgan-gp'), { measure: 'settle' });
    expect(measureOf(openedModel(chosen, 'gan-qp'))).toBe('settle');
  });

  it('changes nothing about links, which state what differs from the outcome', () => {
    expect(measureOf(fromQuery('?model=gan-qp').experiment)).toBe('outcome');
  });
});
