import { readFile } from 'node:fs/promises';
import type { Experiment } from '../experiment/experiment.ts';
import { fromFile } from '../experiment/json.ts';
import { isPng, PNG_KEYWORD, textOfPng } from '../experiment/png.ts';
import { messageOf, systemReason, UsageError } from './errors.ts';

/** What `map` saved beside the experiment: how the picture was made of it. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly bare: boolean;
}

/** The PNG text chunk that holds a `PictureShape`. */
export const SHAPE_KEYWORD = 'ganfield-picture';

export interface Saved {
  readonly experiment: Experiment;
  readonly shape: PictureShape | undefined;
}

/**
 * Reads an experiment that was saved: its own JSON file, a picture, or the JSON of a trace, measure
 * or map.
 * @throws UsageError, ChoiceError
 */
export async function readSaved(path: string): Promise<Saved> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`unreadable experiment: ${path}, ${systemReason(error)}`);
  }
  if (!isPng(bytes))
    return { experiment: parsed(path, new TextDecoder().decode(bytes)), shape: undefined };
  const text = textOfPng(bytes, PNG_KEYWORD);
  if (text === undefined) {
    throw new UsageError(
      `invalid experiment: ${path} carries none, expected a picture that Ganfield saved`,
    );
  }
  const shape = textOfPng(bytes, SHAPE_KEYWORD);
  return {
    experiment: parsed(path, text),
    shape: shape === undefined ? undefined : (JSON.parse(shape) as PictureShape),
  };
}

function parsed(path: string, text: string): Experiment {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `invalid experiment: ${path} is neither JSON nor a PNG, expected one that Ganfield saved (${messageOf(error)})`,
    );
  }
  return fromFile(isOutput(file) ? file.experiment : file);
}

function isOutput(file: unknown): file is { experiment: unknown } {
  return typeof file === 'object' && file !== null && 'experiment' in file;
}
