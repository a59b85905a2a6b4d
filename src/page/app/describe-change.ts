import type { PageState } from '../../experiment/editing/page-state.ts';
import { changesOfState } from '../../experiment/editing/changes.ts';
import { methodOf, modelOf, parametersOf } from '../../experiment/parameters.ts';
import { told, words } from '../messages/words.ts';

/** What a change led to, in a few words: `λ = 0.25`. */
export function describeChange(before: PageState, after: PageState): string {
  const { model, method, values } = after.experiment;
  const [name, ...more] = changesOfState(before, after);
  if (name === 'comparison') return words().compare.title;
  if (name === 'model') return told(modelOf(model).title);
  if (name === 'method') return told(methodOf(method).title);
  if (more.length > 0) return words().notices.choices(more.length + 1);
  const parameter = parametersOf(model, method).find((candidate) => candidate.name === name);
  if (!parameter) return words().notices.slice;
  return `${told(parameter.symbol)} = ${told(String(values[parameter.name]))}`;
}
