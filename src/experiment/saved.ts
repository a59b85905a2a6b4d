import type { Experiment } from './experiment.ts';
import { fromFile } from './json.ts';
import { isPng, PNG_KEYWORD, textOfPng } from './png.ts';
import { ChoiceError } from './schema.ts';

/**
 * The experiment in a file that Ganfield saved: an experiment's own JSON, the JSON of a trace,
 * measure or map, or a picture.
 * @param name the file's, for the message
 * @throws ChoiceError where there is none in it
 */
export function experimentFrom(name: string, bytes: Uint8Array): Experiment {
  const text = isPng(bytes) ? textOfPng(bytes, PNG_KEYWORD) : new TextDecoder().decode(bytes);
  if (text === undefined) {
    throw new ChoiceError(
      `invalid experiment: ${name} carries none, expected a picture that Ganfield saved`,
    );
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ChoiceError(
      `invalid experiment: ${name} is neither JSON nor a PNG, expected one that Ganfield saved (${error instanceof Error ? error.message : 'unknown reason'})`,
    );
  }
  return fromFile(isOutput(file) ? file.experiment : file);
}

function isOutput(file: unknown): file is { experiment: unknown } {
  return typeof file === 'object' && file !== null && 'experiment' in file;
}
