/** What undo says; loaded when something is first undone. */
import { changesOfState } from '../../experiment/editing/changes.ts';
import type { PageState } from '../../experiment/editing/page-state.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { methodOf, modelOf, parametersOf } from '../../experiment/parameters.ts';
import { methodText, modelText, optionText, parameterText } from '../../experiment/texts.ts';
import { t } from '../messages/later.ts';
import { list, translate } from '../messages/messages.ts';

/** So many changes at once are named each. */
const NAMED = 3;

/** `Undone: λ = 0.25` */
export function announcementOf(
  action: 'undo' | 'redo',
  before: PageState,
  after: PageState,
): string {
  const change = describeChange(before, after);
  return action === 'undo' ? t('undo.undone', { change }) : t('undo.redone', { change });
}

/** The result of a change, as text: `λ = 0.25`. */
export function describeChange(before: PageState, after: PageState): string {
  const changes = changesOfState(before, after).map((name) => describe(name, after.experiment));
  const texts = Array.from(new Set(changes));
  return texts.length > NAMED ? t('undo.choices', { count: texts.length }) : list(texts);
}

/** @param name as `changesOfState` returns it */
function describe(name: string, experiment: Experiment): string {
  switch (name) {
    case 'comparison':
      return t('compare.title');
    case 'model':
    case 'game':
      return translate(modelText(modelOf(experiment), 'title'));
    case 'method':
      return translate(methodText(methodOf(experiment.method)));
    case 'x':
    case 'y':
    case 'parameterAxes':
      return t('panel.sections.slice');
    case 'hold':
      return t('panel.initialState');
    case 'diagram':
      return t('diagram.title');
    case 'ensemble':
      return t('panel.starts');
    case 'colours':
      return t('undo.colours');
    case 'starts':
      return t('page.probes');
    default:
      return describeValue(name, experiment);
  }
}

function describeValue(name: string, experiment: Experiment): string {
  const parameter = parametersOf(experiment).find((candidate) => candidate.name === name)!;
  const value = String(experiment.values[name]);
  const shown = parameter.kind === 'choice' ? translate(optionText(parameter, value)) : value;
  return `${translate(parameterText(parameter, 'symbol'))} = ${shown}`;
}
