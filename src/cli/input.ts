import { createReadStream } from 'node:fs';
import { shortened, systemReason, UsageError } from './errors.ts';

/**
 * The bytes of a file, pipe or device in pieces; of stdin for `-`. Who stops early has read no
 * more than a piece beyond.
 * @param what the flag, for the message
 * @throws UsageError where the system does not read it
 */
export async function* piecesOf(what: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* (path === '-' ? process.stdin : createReadStream(path)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UsageError(`unreadable ${what}: ${nameOf(path)}, ${systemReason(error)}`);
  }
}

/** What messages call it. */
export function nameOf(path: string): string {
  return path === '-' ? 'stdin' : shortened(path);
}
