import { CommanderError } from 'commander';
import { EXIT, exitCodeOf, messageOf } from './errors.ts';
import { programOf } from './program.ts';
import { say } from './remarks.ts';

/** Runs one command; the promise is its exit code. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  // A reader that has seen enough, `| head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.good : EXIT.failure);
  });
  process.on('uncaughtException', (error) => {
    say(messageOf(error));
    process.exit(EXIT.failure);
  });
  try {
    await programOf().parseAsync(words, { from: 'user' });
    return EXIT.good;
  } catch (error) {
    // Commander has printed its own errors, and help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage;
    say(messageOf(error));
    return exitCodeOf(error);
  }
}
