/** Two experiments side by side: they share slice, ensemble, initial conditions, horizon and view only. */
import { numberOf, standardOf, type Experiment, type ParameterAxis } from './experiment.ts';
import { axisParameters, onSlice, withParameterAxes } from './plane.ts';
import type { GameCompiler } from './format/read-game.ts';
import { fromFile, toFile, type ExperimentFile } from './format/json.ts';
import { RUN, VIEW } from './parameters.ts';
import { fill } from '../models/message.ts';
import { EXPECTED, GOT, invalid, NOUNS, oneLine, REFUSALS } from './refusal.ts';
import { fromQuery, toQuery, type Reading } from './format/url.ts';

/** A is on the left, B on the right; one of them is edited. */
export type Side = 'a' | 'b';

/** Two experiments, of which one is edited. */
export interface Comparison {
  readonly experiment: Experiment;
  readonly edited: Side;
  readonly other: Experiment;
}

const SHARED = [...RUN, ...VIEW].map(({ name }) => name);

/**
 * The other experiment with the slice, initial conditions, horizon and view of the present one.
 * Where four of its own steps do not fit into the present horizon, its step is a quarter of it.
 */
export function alignedWith(other: Experiment, present: Experiment): Experiment {
  const shared = Object.fromEntries(SHARED.map((name) => [name, present.values[name]!]));
  const step = Math.min(numberOf(other, 'step'), numberOf(present, 'time') / 4);
  const { ensemble: _, colours: __, ...own } = withSharedAxes(other, present);
  return {
    ...own,
    ...(present.ensemble && { ensemble: present.ensemble }),
    ...(present.colours && { colours: present.colours }),
    slice: present.slice,
    starts: present.starts,
    values: { ...other.values, ...shared, step },
  };
}

/** The other experiment on the plane of the present one, where it has the parameters on its axes. */
function withSharedAxes(other: Experiment, { parameterAxes = {} }: Experiment): Experiment {
  const parameters = axisParameters(other);
  const fits = ({ parameter, min, max }: ParameterAxis) =>
    parameters.some((one) => one.name === parameter && one.min <= min && max <= one.max);
  return Object.values(parameterAxes).every(fits)
    ? withParameterAxes(other, parameterAxes)
    : onSlice(other);
}

/** The other experiment as a query for a link. */
export function toOtherQuery(other: Experiment): string {
  const standard = standardOf(other);
  return toQuery(alignedWith(other, standard));
}

/** The other experiment from such a query. Never throws: invalid parts are listed. */
export function fromOtherQuery(
  query: string,
  present: Experiment,
  compile?: GameCompiler,
): Reading {
  const { experiment, ignored } = fromQuery(query, compile);
  return {
    experiment: alignedWith(experiment, present),
    ignored: ignored.map((refusal) => fill(REFUSALS.ofOther, { refusal })),
  };
}

/** A comparison as a plain object; readers of single experiments find the edited one in it. */
export interface ComparisonFile {
  readonly experiment: ExperimentFile;
  readonly edits: Side;
  readonly with: ExperimentFile;
}

export function toComparisonFile({ experiment, edited, other }: Comparison): ComparisonFile {
  return {
    experiment: toFile(experiment),
    edits: edited,
    with: toFile(alignedWith(other, experiment)),
  };
}

/**
 * Reads what `toComparisonFile` wrote.
 * @throws ChoiceError for anything that is not two experiments
 */
export function fromComparisonFile(
  file: Readonly<Record<string, unknown>>,
  compile?: GameCompiler,
): Comparison {
  const { experiment: own, edits, with: other } = file;
  if (edits !== 'a' && edits !== 'b') {
    throw invalid({
      what: NOUNS.comparison,
      got: fill(GOT.edits, { edits: oneLine(edits) }),
      expected: EXPECTED.edits,
    });
  }
  const experiment = fromFile(own, compile);
  return { experiment, edited: edits, other: alignedWith(fromFile(other, compile), experiment) };
}
