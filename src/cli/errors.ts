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
  return inOneLine(error instanceof Error ? error.message : String(error));
}

/** The lines of a text behind each other. */
export function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** The text, or its beginning and its end where it is longer; what users wrote is quoted so. */
export function shortened(text: string, longest = 200): string {
  if (text === '') return '(empty)';
  if (text.length <= longest) return text;
  const end = Math.floor(longest / 3);
  return `${text.slice(0, longest - end - 1)}…${text.slice(-end)}`;
}

/** Why the operating system refused, in its own words: `no such file or directory`. */
export function systemReason(error: unknown): string {
  const { errno, code } = error as NodeJS.ErrnoException;
  // Node refuses it before the system sees it.
  if (code === 'ERR_INVALID_ARG_VALUE') return 'no path has the character NUL';
  const [, words] = (errno !== undefined && getSystemErrorMap().get(errno)) || [];
  return words ?? code ?? messageOf(error);
}
