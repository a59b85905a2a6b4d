import { getSystemErrorMap } from 'node:util';
import { ChoiceError } from '../experiment/refusal.ts';

/** The user asked for what cannot be: exit code 2. One line: what, got, expected, remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It could not be done: exit code 1. One line as well. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Exit codes: scripts rely on them. */
export const EXIT = { success: 0, failure: 1, usage: 2 } as const;

export function exitCodeOf(error: unknown): number {
  return error instanceof UsageError || error instanceof ChoiceError ? EXIT.usage : EXIT.failure;
}

/** One line for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}

/** Why the operating system refused, in its own words: `no such file or directory`. */
export function systemReason(error: unknown): string {
  const { errno, code } = error as NodeJS.ErrnoException;
  const [, words] = (errno !== undefined && getSystemErrorMap().get(errno)) || [];
  return words ?? code ?? messageOf(error);
}
