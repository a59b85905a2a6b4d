import { rmSync } from 'node:fs';
import { mkdir, open, realpath, rename, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, shortened, systemReason, UsageError } from './errors.ts';

/** Writes the next piece of the data. */
export type Write = (piece: string | Uint8Array) => Promise<void>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Hands `produce` a way to write to the file at `path`, or to stdout. A file is opened at once, so
 * that a place that cannot be written fails before the work, and appears whole or not at all.
 * @throws Failure
 */
export async function writeWhole(
  path: string | undefined,
  produce: (write: Write) => Promise<void>,
): Promise<void> {
  if (path === undefined || path === '-') return produce(writeToStdout);
  const target = await realpath(path).catch(() => path);
  const kind = await stat(target).catch(() => undefined);
  if (kind?.isDirectory()) throw new Failure(`unwritable output: ${shortened(path)} is a folder`);
  // A device or a pipe takes bytes; there is nothing to rename over it.
  if (kind && !kind.isFile()) return writeThrough(path, target, produce);
  return writeBeside(path, target, produce);
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

async function writeThrough(
  path: string,
  target: string,
  produce: (write: Write) => Promise<void>,
): Promise<void> {
  const file = await opened(path, target, 'w');
  try {
    await produce(writerOf(path, file));
  } finally {
    await file.close();
  }
}

/** Into a file beside the target, which then takes its place; removed on failure and interruption. */
async function writeBeside(
  path: string,
  target: string,
  produce: (write: Write) => Promise<void>,
): Promise<void> {
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const file = await opened(path, fresh, 'wx');
  const remove = () => rmSync(fresh, { force: true });
  const interrupted = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  process.once('exit', remove);
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    try {
      await produce(writerOf(path, file));
    } finally {
      await file.close();
    }
    await rename(fresh, target).catch((error: unknown) => {
      throw unwritable(path, error);
    });
  } catch (error) {
    remove();
    throw error;
  } finally {
    process.off('exit', remove);
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }
}

async function opened(path: string, file: string, flags: string): Promise<FileHandle> {
  try {
    return await open(file, flags);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function writerOf(path: string, file: FileHandle): Write {
  return async (piece) => {
    try {
      await file.writeFile(piece);
    } catch (error) {
      throw unwritable(path, error);
    }
  };
}
