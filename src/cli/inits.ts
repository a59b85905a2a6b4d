import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseStates } from '../experiment/format/states-csv.ts';
import { COMPONENTS } from '../models/state.ts';
import { shortened, systemReason, UsageError } from './errors.ts';

/**
 * Reads initial conditions from a file or stdin (`-`), as `parseStates` does.
 * @throws UsageError, ChoiceError
 */
export async function readInits(path: string): Promise<Float64Array> {
  const name = path === '-' ? 'stdin' : path;
  const states = parseStates(await contentOf(path, name), name);
  if (states.length === 0) {
    throw new UsageError(
      `empty inits: ${name}, expected four numbers ${COMPONENTS.join(',')} in each line`,
    );
  }
  return states;
}

async function contentOf(path: string, name: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`unreadable inits: ${shortened(name)}, ${systemReason(error)}`);
  }
}
