import { hasBasins, mapEnsemble, mapMeasureOf } from '../experiment/ensemble/ensemble.ts';
import {
  defaultExperiment,
  MAX_ENSEMBLE,
  type Axis,
  type Experiment,
} from '../experiment/experiment.ts';
import { parametersOf } from '../experiment/parameters.ts';
import { componentOf, mapPlane } from '../experiment/plane.ts';
import { readBox } from '../experiment/format/read-ensemble.ts';
import { ChoiceError } from '../experiment/refusal.ts';
import { readState } from '../experiment/format/read-state.ts';
import { assign, checkWhole, keysOf, rank, readNumber } from '../experiment/schema.ts';
import { MEASURES, type Measure } from '../measures/index.ts';
import { mapMeasure, STATISTICS, type MapMeasure } from '../measures/statistics.ts';
import { METHODS } from '../methods/index.ts';
import { MODELS } from '../models/index.ts';
import { shortened, UsageError } from './errors.ts';
import type { EnsembleFlags, ExperimentFlags } from './flags.ts';
import type { Saved } from './saved.ts';
import { gameOf, withGameOf } from './game-flags.ts';
import { suggestion } from './suggest.ts';

/** The experiment that the flags describe, on top of the saved one where there is one. */
export async function experimentOf(flags: ExperimentFlags): Promise<Experiment> {
  return withChoices(await savedOf(flags), flags, await gameOf(flags));
}

/** What `--experiment` names, read once: a pipe is empty the second time. */
export async function savedOf({ experiment }: ExperimentFlags): Promise<Saved | undefined> {
  if (experiment === undefined) return undefined;
  const { readSaved } = await import('./saved.ts');
  return readSaved(experiment);
}

/** The saved experiment, or the default one, with the choices of the flags. */
export function withChoices(
  saved: Saved | undefined,
  flags: ExperimentFlags,
  game?: unknown,
): Experiment {
  const base = withGameOf(saved?.experiment ?? defaultExperiment(), game, flags);
  const choices = choicesOf(flags).toSorted(([a], [b]) => rank(a) - rank(b));
  let experiment = base;
  for (const [key, value] of choices) {
    // The saved experiment's model, said again, keeps its parameters.
    if (key === 'model' && value === experiment.model) continue;
    experiment = assignOrSuggest(experiment, key, value);
  }
  if (flags.init !== undefined) {
    experiment = { ...experiment, starts: [readState('init', flags.init)] };
  }
  return checkWhole(experiment);
}

/** The choices of a map: `--init` says all components of its starts that are on no axis. */
export function withMapChoices(
  saved: Saved | undefined,
  { init, ...flags }: ExperimentFlags & EnsembleFlags,
  game?: unknown,
): Experiment {
  const chosen = withChoices(saved, flags, game);
  const { x, y } = mapPlane(chosen);
  const experiment = withEnsemble(chosen, flags, [x, y]);
  if (init === undefined) return experiment;
  return { ...experiment, slice: { ...experiment.slice, hold: readState('init', init) } };
}

/** With the ensemble of the flags; one of them alone changes a saved one. @param axes of the picture */
export function withEnsemble(
  experiment: Experiment,
  { starts, box }: EnsembleFlags,
  axes: readonly Axis[],
): Experiment {
  if (starts === undefined && box === undefined) return experiment;
  const { ensemble } = experiment;
  const range = box === undefined ? ensemble?.box : readBox(box);
  const count =
    starts === undefined ? ensemble?.starts : wholeNumber('starts', starts, 1, MAX_ENSEMBLE);
  if (!range) {
    throw new UsageError('missing box: --starts draws from a box, say --box phi1=-2:2,theta1=-2:2');
  }
  if (count === undefined) {
    throw new UsageError('missing starts: --box is what starts are drawn from, say --starts 16');
  }
  const onAxis = range.find(({ component }) =>
    axes.some((axis) => componentOf(axis) === component),
  );
  if (onAxis) {
    throw new UsageError(
      `invalid box: ${onAxis.component} is an axis, expected components on no axis`,
    );
  }
  return { ...experiment, ensemble: { starts: count, box: range } };
}

/** The measures of a map's `--measure a,b,c`, by default the experiment's own. */
export function mapMeasuresOf(
  list: string | undefined,
  experiment: Experiment,
): readonly MapMeasure[] {
  if (list === undefined) return [mapMeasureOf(experiment)];
  if (!mapEnsemble(experiment)) {
    const statistic = idsOf(list).find((id) => STATISTICS.some((one) => one.id === id));
    if (statistic === undefined) return withBasins(measuresOf(list), experiment);
    throw new UsageError(
      `invalid measure: ${statistic} of one start, expected one of ${MEASURES.map(({ id }) => id).join(', ')}; an ensemble needs --starts and --box`,
    );
  }
  const known = ['outcome', ...STATISTICS.map(({ id }) => id)];
  return idsOf(list).map((id) => {
    if (known.includes(id)) return mapMeasure(id);
    throw new UsageError(
      `unknown measure of an ensemble: ${shortened(id)}, expected outcome, share.LABEL, or mean, median, min or max of a number as in mean.rate${suggestion(id, known)}`,
    );
  });
}

/** Refuses basins where equilibria move with a parameter. */
function withBasins(measures: readonly Measure[], experiment: Experiment): readonly Measure[] {
  if (hasBasins(experiment) || measures.every(({ scale }) => scale !== 'basins')) return measures;
  throw new UsageError(
    'invalid measure: basin on a plane with a parameter, with which the equilibria move, expected a plane of two components; outcome tells `stuck` starts from those that converge',
  );
}

function idsOf(list: string): readonly string[] {
  return [...new Set(list.split(',').map((id) => id.trim()))];
}

/** The measures of `--measure a,b,c`, by default all but `basin`, which takes a search for equilibria. */
export function measuresOf(list: string | undefined): readonly Measure[] {
  if (list === undefined) return MEASURES.filter(({ scale }) => scale !== 'basins');
  return namedIn(list, 'measure', MEASURES);
}

/** Those of a list `a,b,c` of names. @throws UsageError for a name that none has */
export function namedIn<One extends { readonly id: string }>(
  list: string,
  kind: string,
  all: readonly One[],
): readonly One[] {
  const known = all.map(({ id }) => id);
  return idsOf(list).map((name) => {
    const found = all.find(({ id }) => id === name);
    if (found) return found;
    throw new UsageError(
      `unknown ${kind}: ${shortened(name)}, expected one of ${known.join(', ')}${suggestion(name, known)}`,
    );
  });
}

/** A whole number from a flag. @throws ChoiceError */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  return readNumber(name, text, { min, max, integer: true });
}

function choicesOf(flags: ExperimentFlags): readonly (readonly [string, string])[] {
  const sets = (flags.set ?? []).map((text) => {
    const [name, value] = splitOnce(text);
    if (name === '' || value === undefined) {
      throw new UsageError(`invalid set: ${shortened(text)}, expected name=value`);
    }
    return [name, value] as const;
  });
  const { model, method, step, time, x, y, hold, seed, theme } = flags;
  const named = Object.entries({ model, method, step, time, x, y, hold, seed, theme });
  return [...sets, ...named.filter((entry): entry is [string, string] => entry[1] !== undefined)];
}

function assignOrSuggest(experiment: Experiment, key: string, value: string): Experiment {
  try {
    return assign(experiment, key, value);
  } catch (error) {
    if (!(error instanceof ChoiceError)) throw error;
    throw new UsageError(`${error.message}${suggestionFor(experiment, key, value)}`);
  }
}

function suggestionFor(experiment: Experiment, key: string, value: string): string {
  if (key === 'model')
    return suggestion(
      value,
      MODELS.map(({ id }) => id),
    );
  if (key === 'method')
    return suggestion(
      value,
      METHODS.map(({ id }) => id),
    );
  if (!keysOf(experiment).includes(key)) return suggestion(key, keysOf(experiment));
  const parameter = parametersOf(experiment).find(({ name }) => name === key);
  return parameter?.kind === 'choice' ? suggestion(value, parameter.options) : '';
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
