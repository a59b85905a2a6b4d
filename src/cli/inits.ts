import { readStates } from '../experiment/format/states-csv.ts';
import { COMPONENTS } from '../models/state.ts';
import { UsageError } from './errors.ts';
import { nameOf, piecesOf } from './input.ts';

/**
 * Reads initial conditions from a file, a pipe or stdin (`-`), as `readStates` does.
 * @throws UsageError, ChoiceError
 */
export async function readInits(path: string): Promise<Float64Array> {
  const states = await readStates(textOf(piecesOf('inits', path)), nameOf(path));
  if (states.length > 0) return states;
  throw new UsageError(
    `empty inits: ${nameOf(path)}, expected four numbers ${COMPONENTS.join(',')} in each line`,
  );
}

async function* textOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
