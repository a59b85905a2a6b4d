import { diagramAxis } from '../../experiment/diagram/diagram.ts';
import { numberOf, type Diagram, type Experiment } from '../../experiment/experiment.ts';
import { isParameterAxis } from '../../experiment/plane.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { visitedSymbol } from '../../figure/diagram/diagram-figure.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { percent } from './diagram-choices.ts';
import type { DiagramFrame } from './diagram-frame.ts';

/**
 * Says what the diagram is, also to whoever does not see it.
 * @param message what has to be said besides
 */
export function describeDiagram(
  frame: DiagramFrame,
  experiment: Experiment,
  diagram: Diagram,
  message: string,
): void {
  const time = formatNumber(numberOf(experiment, 'time'));
  frame.describe(t('diagram.what', { share: percent(diagram.last), time }), message);
  const axis = diagramAxis(experiment, diagram);
  const label = t('diagram.describe', {
    across: axisSymbol(axis, !isParameterAxis(axis), translate),
    from: formatNumber(axis.min),
    to: formatNumber(axis.max),
    up: diagram.of === 'outcome' ? t('diagram.outcomes') : visitedSymbol(diagram.of),
  });
  frame.pane.square.setAttribute('aria-label', label);
}
