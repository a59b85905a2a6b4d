import { fstat, writeFile } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { openReplacement, targetOf } from './replace-file.ts';
import { Failure, shortened, systemReason, UsageError } from './errors.ts';

/** Writes the next piece of the data. */
export type Write = (piece: string | Uint8Array) => Promise<void>;

/**
 * Hands `produce` a way to write to the file at `path`, or to stdout. A file is opened at once, so
 * that a place that cannot be written fails before the work, and appears whole or not at all.
 * @throws Failure, UsageError
 */
export async function writeWhole(
  path: string | undefined,
  produce: (write: Write) => Promise<void>,
): Promise<void> {
  if (path === '') throw new UsageError('invalid out: (empty), expected a file, or - for stdout');
  const descriptor = path === undefined || path === '-' ? 1 : descriptorOf(path);
  if (path === undefined || descriptor === 1) return produce(writeToStdout);
  const inWords = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw unwritable(path, error);
    });
  if (descriptor !== undefined) {
    await inWords(statOpen(descriptor));
    return produce(writerTo(path, descriptor));
  }
  const target = await inWords(targetOf(path));
  const kind = await stat(target).catch(() => undefined);
  if (kind?.isDirectory()) throw new Failure(`unwritable output: ${shortened(path)} is a folder`);
  // A device or a pipe takes bytes; there is nothing to rename over it.
  if (kind && !kind.isFile()) {
    const file = await inWords(open(target, 'w'));
    try {
      return await produce(writerTo(path, file.fd));
    } finally {
      await file.close();
    }
  }
  const replacement = await inWords(openReplacement(target));
  try {
    await produce(writerTo(path, replacement.descriptor));
    await inWords(replacement.commit());
  } finally {
    await replacement.discard();
  }
}

/** The format of the output: what is asked for, else what the ending of the file says. */
export function formatOf<F extends string>(
  { format, out }: { readonly format?: string; readonly out?: string },
  formats: readonly F[],
  standard: F,
): F {
  if (format !== undefined) return format as F;
  if (out === undefined || out === '-' || out.startsWith('/dev/')) return standard;
  const ending = /\.(\w+)$/.exec(basename(out))?.[1]?.toLowerCase();
  const found = formats.find((known) => known === ending);
  if (found) return found;
  throw new UsageError(
    `unknown ending: ${shortened(out)}, expected ${formats.map((known) => `.${known}`).join(', ')}, or say --format`,
  );
}

/** @throws UsageError where bytes that are no text would go to a terminal */
export function refuseTerminal(format: string, out: string | undefined): void {
  if ((out === undefined || out === '-') && process.stdout.isTTY) {
    throw new UsageError(
      `missing out: ${format} is not for terminals; say --out FILE, or redirect`,
    );
  }
}

/** Makes a folder for files. @throws Failure */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** What to say of a place that does not take the data. */
export function unwritable(path: string, error: unknown): Failure {
  return new Failure(`unwritable output: ${shortened(path)}, ${systemReason(error)}`);
}

async function writeToStdout(piece: string | Uint8Array): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    throw unwritable('stdout', error);
  }
}

/**
 * The open file that a path names: `/dev/stdout`, `/dev/fd/3`. What is written there goes on where
 * the file stands, as in `>> log`; opened anew it would be cut off.
 */
function descriptorOf(path: string): number | undefined {
  const match = /^\/(?:dev|proc\/self)\/(?:std(out|err)|fd\/(\d+))$/.exec(path);
  if (!match) return undefined;
  const [, name, number] = match;
  return number === undefined ? ['out', 'err'].indexOf(name!) + 1 : Number(number);
}

function writerTo(path: string, descriptor: number): Write {
  return async (piece) => {
    try {
      await writeAll(descriptor, piece);
    } catch (error) {
      throw unwritable(path, error);
    }
  };
}

/** At the file's position, and on from there. */
const writeAll = promisify(writeFile) as (to: number, piece: string | Uint8Array) => Promise<void>;

const statOpen = promisify(fstat);
