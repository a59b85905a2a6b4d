import type { Experiment } from '../../experiment/experiment.ts';
import { modelOf, methodOf, parametersOf } from '../../experiment/parameters.ts';
import { told, words } from '../messages/words.ts';

/** The names of all choices that differ, in the order of the panel. */
export function changesBetween(before: Experiment, after: Experiment): readonly string[] {
  if (before.model !== after.model) return ['model'];
  if (before.method !== after.method) return ['method'];
  const differs = (a: unknown, b: unknown) => a !== b && JSON.stringify(a) !== JSON.stringify(b);
  return [
    ...Object.keys(after.values).filter((name) => before.values[name] !== after.values[name]),
    ...(['x', 'y', 'hold'] as const).filter((key) => differs(before.slice[key], after.slice[key])),
    ...(differs(before.starts, after.starts) ? ['starts'] : []),
  ];
}

/** Whether a choice is turned gradually: a number, a range, a place. */
export function isGradual({ model, method }: Experiment, name: string): boolean {
  if (name === 'model' || name === 'method') return false;
  const parameter = parametersOf(model, method).find((candidate) => candidate.name === name);
  return parameter === undefined || parameter.kind === 'number';
}

/** What a change led to, in a few words: `λ = 0.25`. */
export function describeChange(before: Experiment, after: Experiment): string {
  const [name, ...more] = changesBetween(before, after);
  if (name === 'model') return told(modelOf(after.model).title);
  if (name === 'method') return told(methodOf(after.method).title);
  const parameter = parametersOf(after.model, after.method).find(
    (candidate) => candidate.name === name,
  );
  if (more.length > 0) return words().notices.choices(more.length + 1);
  if (!parameter) return words().notices.slice;
  return `${told(parameter.symbol)} = ${told(String(after.values[parameter.name]))}`;
}
