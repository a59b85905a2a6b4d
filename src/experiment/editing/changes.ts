import { formOf } from '../../game/game-source.ts';
import { isSameModel, type Experiment } from '../experiment.ts';
import { isSameComparison, type PageState } from './page-state.ts';
import { parametersOf } from '../parameters.ts';

/** The names of all choices that differ, in the order of the panel. */
export function changesBetween(before: Experiment, after: Experiment): readonly string[] {
  if (!isSameModel(before, after)) return [isSameForm(before, after) ? 'game' : 'model'];
  if (before.method !== after.method) return ['method'];
  const differs = (a: unknown, b: unknown) => a !== b && JSON.stringify(a) !== JSON.stringify(b);
  return [
    ...Object.keys(after.values).filter((name) => before.values[name] !== after.values[name]),
    ...(['x', 'y', 'hold'] as const).filter((key) => differs(before.slice[key], after.slice[key])),
    ...(['parameterAxes', 'ensemble', 'diagram', 'colours', 'starts'] as const).filter((key) =>
      differs(before[key], after[key]),
    ),
  ];
}

/** The same for all that a page stores; `comparison` where another one is compared, or another edited. */
export function changesOfState(before: PageState, after: PageState): readonly string[] {
  if (!isSameComparison(before.comparison, after.comparison)) return ['comparison'];
  return changesBetween(before.experiment, after.experiment);
}

/** Whether the texts of a game of one's own were edited: in another form it is another game. */
function isSameForm({ game: before }: Experiment, { game: after }: Experiment): boolean {
  return (
    before !== undefined && after !== undefined && formOf(before.source) === formOf(after.source)
  );
}

/** Whether a choice is turned gradually: a number, a range, a place. */
export function isGradual(experiment: Experiment, name: string): boolean {
  if (['model', 'method', 'comparison', 'colours'].includes(name)) return false;
  const parameter = parametersOf(experiment).find((candidate) => candidate.name === name);
  return parameter === undefined || parameter.kind === 'number';
}
