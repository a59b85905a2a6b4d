import { CommanderError } from 'commander';
import { EXIT, exitCodeOf, messageOf } from './errors.ts';
import { unwritable } from './output.ts';
import { programOf } from './program.ts';
import { endBar } from './progress.ts';
import { say } from './remarks.ts';

/** Runs one command; the promise is its exit code. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, `| head`, is no failure.
    if (error.code === 'EPIPE') process.exit(EXIT.success);
    exitWithError(unwritable('stdout', error));
  });
  process.on('uncaughtException', exitWithError);
  try {
    await programOf().parseAsync(words, { from: 'user' });
    return EXIT.success;
  } catch (error) {
    // Commander has printed its own errors, and help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
    say(messageOf(error));
    return exitCodeOf(error);
  }
}

/** Ends at once with the reason: for what fails beside the command, where nobody can catch it. */
function exitWithError(error: Error): never {
  endBar();
  say(messageOf(error));
  process.exit(EXIT.failure);
}
