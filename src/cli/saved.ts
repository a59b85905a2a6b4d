import { compileGame } from '../game/compile-game.ts';
import type { Experiment } from '../experiment/experiment.ts';
import {
  bytesToRead,
  experimentFrom,
  shapeFrom,
  type PictureShape,
} from '../experiment/format/saved.ts';
import { nameOf, piecesOf } from './input.ts';

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
  const bytes = await beginningOf(path);
  const name = nameOf(path);
  return { experiment: experimentFrom(name, bytes, compileGame), shape: shapeFrom(name, bytes) };
}

/** As much of a file as can matter, so that one without end is no harm. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let most = Infinity;
  for await (const piece of piecesOf('experiment', path)) {
    pieces.push(piece);
    length += piece.length;
    if (most === Infinity && length >= 8) most = bytesToRead(Buffer.concat(pieces));
    if (length >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
