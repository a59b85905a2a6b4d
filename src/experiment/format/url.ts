import type { GameCompiler } from './read-game.ts';
import { defaultExperiment, standardOf, withValues, type Experiment } from '../experiment.ts';
import { parametersOf } from '../parameters.ts';
import { isParameterAxis, mapPlane, onSlice } from '../plane.ts';
import { namedParts, readState } from './read-state.ts';
import { assign, checkAxes, checkHorizon, rank } from '../schema.ts';
import { axisText } from './read-axis.ts';
import { coloursText } from './read-colours.ts';
import { diagramText } from './read-diagram.ts';
import { ensembleText } from './read-ensemble.ts';
import { linkParameters } from './link.ts';
import { fill, type Message } from '../../models/message.ts';
import { ChoiceError, EXPECTED, GOT, invalid, NOUNS } from '../refusal.ts';

/** The experiment of a URL, and a refusal for each part that was ignored. */
export interface Reading {
  readonly experiment: Experiment;
  readonly ignored: readonly Message[];
}

/** Longest query that is looked at: a link with every choice has under 1,000 characters. */
const MAX_LENGTH = 8192;

/** The query string of an experiment: its model and all that differs from the defaults. */
export function toQuery(experiment: Experiment): string {
  const standard = standardOf(experiment);
  const { game } = experiment;
  const pairs: [string, string][] = game
    ? // Not at the end, where a bracket is taken for the punctuation behind a link.
      [
        ['game', JSON.stringify(game.source)],
        ['model', experiment.model],
      ]
    : [['model', experiment.model]];
  const add = (key: string, text: string, standardText: string) => {
    if (text !== standardText) pairs.push([key, text]);
  };
  add('method', experiment.method, defaultExperiment().method);
  for (const { name } of parametersOf(experiment)) {
    add(name, String(experiment.values[name]), String(standard.values[name]));
  }
  const { x, y } = mapPlane(experiment);
  for (const [side, axis, flow] of [
    ['x', x, 'flowX'],
    ['y', y, 'flowY'],
  ] as const) {
    add(side, axisText(axis), axisText(standard.slice[side]));
    // Beneath a parameter the slice has its own axis, where the flow is seen.
    if (isParameterAxis(axis)) {
      add(flow, axisText(experiment.slice[side]), axisText(standard.slice[side]));
    }
  }
  if (experiment.ensemble) add('ensemble', ensembleText(experiment.ensemble), '');
  if (experiment.diagram) add('diagram', diagramText(experiment.diagram), '');
  if (experiment.colours) add('colours', coloursText(experiment.colours), '');
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
export function fromQuery(query: string, compile?: GameCompiler): Reading {
  if (query.length > MAX_LENGTH) {
    return {
      experiment: defaultExperiment(),
      ignored: [tooLong(query)],
    };
  }
  const entries = [...linkParameters(query)].toSorted(([a], [b]) => rank(a) - rank(b));
  return read(defaultExperiment(), entries, compile);
}

function tooLong({ length }: string): Message {
  const got = fill(GOT.characters, { count: String(length) });
  const expected = fill(EXPECTED.atMost, { most: String(MAX_LENGTH) });
  return invalid({ what: NOUNS.link, got, expected }).refusal;
}

/** Assigns in order; what is refused leaves the experiment as it was, and costs nothing else. */
export function read(
  base: Experiment,
  entries: readonly (readonly [string, string])[],
  compile?: GameCompiler,
): Reading {
  const ignored: Message[] = [];
  const attempt = <T>(change: () => T, otherwise: T): T => {
    try {
      return change();
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      ignored.push(error.refusal);
      return otherwise;
    }
  };
  const goodParts = ([key, value]: readonly [string, string]): readonly string[] => {
    if (key === 'hold' && /[=:]/.test(value)) return namedParts(value);
    if (key !== 'starts') return [value];
    const states = value.split(';').filter((state) => state !== '');
    const isGood = (state: string) =>
      attempt(() => readState('starts', state) !== undefined, false);
    const good = states.filter(isGood);
    return good.length > 0 || states.length === 0 ? [good.join(';')] : [];
  };
  let experiment = base;
  for (const entry of entries) {
    for (const part of goodParts(entry)) {
      experiment = attempt(() => assign(experiment, entry[0], part, compile), experiment);
    }
  }
  // Right parts that do not fit together: both axes, or horizon and step, become the defaults.
  const { slice, values } = standardOf(experiment);
  experiment = attempt(() => checkAxes(experiment), {
    ...onSlice(experiment),
    slice: { ...experiment.slice, x: slice.x, y: slice.y },
  });
  const { time, step } = values;
  experiment = attempt(
    () => checkHorizon(experiment),
    withValues(experiment, { time: time!, step: step! }),
  );
  return { experiment, ignored };
}
