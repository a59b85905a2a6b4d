import { defaultExperiment, type Experiment } from '../experiment.ts';
import { assignAll } from '../schema.ts';
import type { GameCompiler } from './read-game.ts';
import { fill, type MessageValue } from '../../models/message.ts';
import { EXPECTED, GOT, invalid, NOUNS, oneLine, REMEDIES } from '../refusal.ts';

/** The version of the file format; raised when an older Ganfield could misread a newer file. */
export const VERSION = 1;

/** An experiment as a flat plain object: the same keys as in URL and flags. */
export type ExperimentFile = Readonly<Record<string, unknown>>;

export function toFile(experiment: Experiment): ExperimentFile {
  const { model, method, game, values, slice, parameterAxes, ensemble, diagram, colours, starts } =
    experiment;
  return {
    ganfield: VERSION,
    model,
    method,
    ...(game && { game: game.source }),
    ...values,
    ...slice,
    ...parameterAxes,
    ...(parameterAxes?.x && { flowX: slice.x }),
    ...(parameterAxes?.y && { flowY: slice.y }),
    ...(ensemble && { ensemble }),
    ...(diagram && { diagram }),
    ...(colours && { colours }),
    starts,
  };
}

/**
 * Reads what `toFile` wrote; keys that are missing keep their defaults.
 * @throws ChoiceError for anything that is not an experiment of this version or older.
 */
export function fromFile(file: unknown, compile?: GameCompiler): Experiment {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw invalid({ what: NOUNS.experiment, got: GOT.notObject, expected: EXPECTED.saved });
  }
  const { ganfield: version, ...choices } = file as Record<string, unknown>;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw invalid({
      what: NOUNS.experiment,
      got: fill(GOT.version, { version: versionText(version) }),
      expected: fill(EXPECTED.version, { version: String(VERSION) }),
    });
  }
  if (version > VERSION) {
    throw invalid({
      what: NOUNS.experiment,
      got: fill(GOT.version, { version: String(version) }),
      expected: fill(EXPECTED.versionOrOlder, { version: String(VERSION) }),
      remedy: REMEDIES.update,
    });
  }
  return assignAll(defaultExperiment(), choices, compile);
}

function versionText(version: unknown): MessageValue {
  if (version === undefined) return 'missing';
  return oneLine(typeof version === 'string' ? JSON.stringify(version) : version);
}
