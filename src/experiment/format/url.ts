import { defaultExperiment, type Axis, type Experiment } from '../experiment.ts';
import { parametersOf } from '../parameters.ts';
import { assign, checkWhole, ChoiceError, rank } from '../schema.ts';

/** The experiment of a URL, and one line for each part that was ignored. */
export interface Reading {
  readonly experiment: Experiment;
  readonly ignored: readonly string[];
}

/** Longest query that is looked at: a link with every choice has under 1,000 characters. */
const MAX_LENGTH = 8192;

/** The query string of an experiment: its model and all that differs from the defaults. */
export function toQuery(experiment: Experiment): string {
  const standard = defaultExperiment(experiment.model, experiment.method);
  const pairs: [string, string][] = [['model', experiment.model]];
  const add = (key: string, text: string, standardText: string) => {
    if (text !== standardText) pairs.push([key, text]);
  };
  add('method', experiment.method, defaultExperiment().method);
  for (const { name } of parametersOf(experiment.model, experiment.method)) {
    add(name, String(experiment.values[name]), String(standard.values[name]));
  }
  add('x', axisText(experiment.slice.x), axisText(standard.slice.x));
  add('y', axisText(experiment.slice.y), axisText(standard.slice.y));
  add('hold', experiment.slice.hold.join(','), standard.slice.hold.join(','));
  const startsText = ({ starts }: Experiment) => starts.map((start) => start.join(',')).join(';');
  add('starts', startsText(experiment), startsText(standard));
  // Commas, colons and semicolons are legal in a query and keep the link readable.
  return pairs
    .map(
      ([key, text]) =>
        `${key}=${encodeURIComponent(text).replaceAll(/%(2C|3A|3B)/g, decodeURIComponent)}`,
    )
    .join('&');
}

/** Reads a query string, with or without `?`. Never throws: invalid parts are ignored and listed. */
export function fromQuery(query: string): Reading {
  if (query.length > MAX_LENGTH) {
    return {
      experiment: defaultExperiment(),
      ignored: [`invalid link: ${query.length} characters, expected at most ${MAX_LENGTH}`],
    };
  }
  const parameters = new URLSearchParams(query);
  const entries = [...parameters].toSorted(([a], [b]) => rank(a) - rank(b));
  return read(defaultExperiment(), entries);
}

/** Assigns in order; a choice that is refused leaves the experiment as it was. */
export function read(base: Experiment, entries: readonly (readonly [string, unknown])[]): Reading {
  const ignored: string[] = [];
  const attempt = (change: () => Experiment, otherwise: Experiment): Experiment => {
    try {
      return change();
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      ignored.push(error.message);
      return otherwise;
    }
  };
  let experiment = base;
  for (const [key, value] of entries) {
    experiment = attempt(() => assign(experiment, key, value), experiment);
  }
  // Right parts that do not fit together: the slice and the horizon go back to their defaults.
  const standard = defaultExperiment(experiment.model, experiment.method);
  const { time, step } = standard.values;
  experiment = attempt(() => checkWhole(experiment), {
    ...experiment,
    slice: standard.slice,
    values: { ...experiment.values, time: time!, step: step! },
  });
  return { experiment, ignored };
}

function axisText({ component, min, max }: Axis): string {
  return `${component}:${min}:${max}`;
}
