import { readFile } from 'node:fs/promises';
import type { Experiment } from '../experiment/experiment.ts';
import { experimentFrom, shapeFrom, type PictureShape } from '../experiment/format/saved.ts';
import { shortened, systemReason, UsageError } from './errors.ts';

export interface Saved {
  readonly experiment: Experiment;
  readonly shape: PictureShape | undefined;
}

/**
 * Reads an experiment that was saved: its own JSON file, a picture, or the JSON of a trajectory,
 * measure or map.
 * @throws UsageError, ChoiceError
 */
export async function readSaved(path: string): Promise<Saved> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`unreadable experiment: ${shortened(path)}, ${systemReason(error)}`);
  }
  return { experiment: experimentFrom(path, bytes), shape: shapeFrom(path, bytes) };
}
