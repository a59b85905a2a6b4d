import { CommanderError } from 'commander';
import { EXIT, exitCodeOf, Failure, messageOf, UsageError } from './errors.ts';
import { unwritable } from './output.ts';
import { programOf } from './program.ts';
import { endBar } from './progress.ts';
import { say } from './remarks.ts';

/** Characters of one argument: more than any flag needs, and a file's path may have 4,096. */
const LONGEST_ARGUMENT = 8192;

/** Runs one command; the promise is its exit code. Never rejects. */
export async function main(words: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, `| head`, is no failure.
    if (error.code === 'EPIPE') process.exit(EXIT.success);
    exitWithError(unwritable('stdout', error));
  });
  process.on('uncaughtException', exitWithError);
  process.once('beforeExit', exitUnanswered);
  try {
    refuseLongArguments(words);
    await programOf().parseAsync(words, { from: 'user' });
    return EXIT.success;
  } catch (error) {
    // Commander has printed its own errors, and help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
    say(messageOf(error));
    return exitCodeOf(error);
  } finally {
    process.off('beforeExit', exitUnanswered);
  }
}

/** @throws UsageError */
function refuseLongArguments(words: readonly string[]): void {
  const index = words.findIndex(({ length }) => length > LONGEST_ARGUMENT);
  const { length } = words[index] ?? '';
  if (index < 0) return;
  throw new UsageError(
    `invalid argument ${index + 1}: ${length} characters, expected at most ${LONGEST_ARGUMENT}; --experiment FILE takes long choices`,
  );
}

/** Ends where the command waits and nothing is left that could answer. */
function exitUnanswered(): never {
  exitWithError(
    new Failure('the graphics driver has stopped answering; --engine cpu needs no adapter'),
  );
}

/** Ends at once with the reason: for what fails beside the command, where nobody can catch it. */
function exitWithError(error: Error): never {
  endBar();
  say(messageOf(error));
  process.exit(EXIT.failure);
}
