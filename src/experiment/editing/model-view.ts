import type { Measure } from '../../measures/index.ts';
import { textOf, withModel, withValues, type Experiment } from '../experiment.ts';
import { MEASURE } from '../parameters.ts';

/** The measure whose map shows most of a model: nearly all starts of most have one label. */
const SHOWN: Readonly<Record<string, Measure['id']>> = {
  // Two basins, parted by the sign of L.
  'wgan-gp': 'turns',
  // Everything converges, by a power of time that depends on the start.
  'wgan-div': 'rate',
  // The box of phi turns orbits either way.
  'wgan-clip': 'turns',
};

/** Of the others: how wide the orbit is that a start ends on. */
const OTHERWISE: Measure['id'] = 'amplitude';

function measureFor(model: string): Measure['id'] {
  return SHOWN[model] ?? OTHERWISE;
}

/**
 * Another model as somebody looks at it who chose it by hand: its map shows the measure that suits it,
 * unless another one than the last model's was chosen.
 */
export function openedModel(experiment: Experiment, model: string): Experiment {
  const measure = textOf(experiment, 'measure');
  const isChosen = measure !== measureFor(experiment.model) && measure !== MEASURE.default;
  const next = withModel(experiment, model);
  return isChosen ? next : withValues(next, { measure: measureFor(model) });
}
