import { readFile } from 'node:fs/promises';
import type { Experiment } from '../experiment/experiment.ts';
import { isPng, textOfPng } from '../experiment/png.ts';
import { experimentFrom } from '../experiment/saved.ts';
import { systemReason, UsageError } from './errors.ts';

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
  const shape = isPng(bytes) ? textOfPng(bytes, SHAPE_KEYWORD) : undefined;
  return {
    experiment: experimentFrom(path, bytes),
    shape: shape === undefined ? undefined : (JSON.parse(shape) as PictureShape),
  };
}
