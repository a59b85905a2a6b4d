import type { PageState } from '../../experiment/editing/page-state.ts';
import { changesOfState } from '../../experiment/editing/changes.ts';
import { methodOf, modelOf, parametersOf } from '../../experiment/parameters.ts';
import { t, translate } from '../messages/messages.ts';
import { methodText, modelText, optionText, parameterText } from '../../experiment/texts.ts';

/** The result of a change, as text: `λ = 0.25`. */
export function describeChange(before: PageState, after: PageState): string {
  const { experiment } = after;
  const { method, values } = experiment;
  const [name, ...more] = changesOfState(before, after);
  if (name === 'comparison') return t('compare.title');
  if (name === 'model' || name === 'game')
    return translate(modelText(modelOf(experiment), 'title'));
  if (name === 'colours' && more.length === 0) return t('notices.colours');
  if (name === 'method') return translate(methodText(methodOf(method)));
  if (more.length > 0) return t('notices.choices', { count: more.length + 1 });
  const parameter = parametersOf(experiment).find((candidate) => candidate.name === name);
  if (!parameter) return t('notices.slice');
  const value = String(values[parameter.name]);
  const shown = parameter.kind === 'choice' ? translate(optionText(parameter, value)) : value;
  return `${translate(parameterText(parameter, 'symbol'))} = ${shown}`;
}
