import { writeSync } from 'node:fs';

/** One line to stderr, where everything goes that is not data. */
export function say(line: string): void {
  try {
    writeSync(2, `ganfield: ${line}\n`);
  } catch {
    // stderr is closed.
  }
}
