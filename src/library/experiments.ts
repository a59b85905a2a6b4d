/** Experiments by names and values, as links, flags and files have them. */
import { defaultExperiment, type Experiment } from '../experiment/experiment.ts';
import { fromFile, toFile, type ExperimentFile } from '../experiment/format/json.ts';
import { fromQuery, toQuery } from '../experiment/format/url.ts';
import { assignAll } from '../experiment/schema.ts';
import { compileGame } from '../game/compile-game.ts';
import { englishOf } from '../models/message.ts';

/**
 * What may be chosen, by the names that links, flags and files have: `model`, `method`, `time`,
 * `step`, every parameter of the model, the modifiers and the method, `x` and `y` (an axis:
 * `'theta1:-2:2'`, or `'lambda:0.1:10:log'`), `hold` and `starts` (states in the order phi1, phi2,
 * theta1, theta2), `game` (two losses, one function of both players, or a field), and the rest of what
 * a file has.
 */
export type Choices = Readonly<Record<string, unknown>>;

/**
 * An experiment with these choices, or another one with them changed; all else has its default. The
 * order of the choices makes no difference.
 * @param base what is changed; by default the first model with its defaults
 * @returns a plain object, which nothing of Ganfield changes
 * @throws ChoiceError in one line for a name that there is not, a value out of range, and choices that
 *   do not fit together
 */
export function createExperiment(choices: Choices = {}, base?: Experiment): Experiment {
  return assignAll(base ?? defaultExperiment(), choices, compileGame);
}

/**
 * The experiment of a link of the page.
 * @param link an address, or its query
 * @returns the experiment, and a line for each part of the link that was ignored; it never throws
 */
export function readLink(link: string): {
  readonly experiment: Experiment;
  readonly ignored: readonly string[];
} {
  const query = link.slice(link.indexOf('?') + 1);
  const { experiment, ignored } = fromQuery(query, compileGame);
  return { experiment, ignored: ignored.map((refusal) => englishOf(refusal)) };
}

/** The query of a link to the page with this experiment: its model, and all that is no default. */
export function writeLink(experiment: Experiment): string {
  return toQuery(experiment);
}

/**
 * The experiment of a saved file.
 * @param file the object that the file's JSON stands for
 * @throws ChoiceError in one line for what is no experiment, or one of a newer Ganfield
 */
export function readExperiment(file: unknown): Experiment {
  return fromFile(file, compileGame);
}

/** The experiment as a flat object for JSON, which every later Ganfield reads. */
export function writeExperiment(experiment: Experiment): ExperimentFile {
  return toFile(experiment);
}
