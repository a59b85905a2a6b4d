/** A file that takes the place of another in one step, when it is whole. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  access,
  constants,
  lstat,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The name of an unfinished output. It does not depend on the process: numbers come again. */
const UNFINISHED = /^\.ganfield-[\da-f]{16}\.part$/;

const HOUR = 3_600_000;

/** A file that nobody has touched for so long has lost its process, which touches it every hour. */
const ABANDONED = 24 * HOUR;

/** Symbolic links that are followed, as many as Linux does. */
const MOST_LINKS = 40;

/**
 * The file that a path leads to through symbolic links; it may be missing.
 * @throws what the system says of a name that cannot be one, or of links in a circle
 */
export async function targetOf(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const stats = await lstat(at).catch(ifMissing);
    if (!stats?.isSymbolicLink()) return at;
    at = resolve(await realpath(dirname(at)), await readlink(at));
  }
  return realpath(path);
}

/** What is written to become the target. */
export interface Replacement {
  /** Of the file to write to. */
  readonly descriptor: number;
  /** Puts what is written, whole on the disk, in the target's place. */
  commit(): Promise<void>;
  /** Leaves the target as it was, where nothing is committed. */
  discard(): Promise<void>;
}

/**
 * Opens a file beside the target that can take its place, with its mode. An interruption discards it.
 * @throws what the system says of a place that cannot be written
 */
export async function openReplacement(target: string): Promise<Replacement> {
  const before = await stat(target).catch(ifMissing);
  if (before) await access(target, constants.W_OK);
  const folder = dirname(target);
  await removeAbandoned(folder);
  const fresh = join(folder, `.ganfield-${randomBytes(8).toString('hex')}.part`);
  const file = await open(fresh, 'wx', before && before.mode & 0o777);
  const remove = () => rmSync(fresh, { force: true });
  const interrupted = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  process.once('exit', remove);
  for (const signal of SIGNALS) process.once(signal, interrupted);
  const touching = setInterval(() => touch(file), HOUR).unref();
  return {
    descriptor: file.fd,
    commit: async () => {
      if (before) await file.chmod(before.mode & 0o777); // What the umask took on opening.
      await file.sync();
      await rename(fresh, target);
    },
    discard: async () => {
      clearInterval(touching);
      process.off('exit', remove);
      for (const signal of SIGNALS) process.off(signal, interrupted);
      await file.close();
      remove();
    },
  };
}

function touch(file: FileHandle): void {
  const now = new Date();
  void file.utimes(now, now).catch(() => {});
}

/** Removes what processes that were killed have left in a folder. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((found) => UNFINISHED.test(found))) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (!stats?.isFile() || Date.now() - stats.mtimeMs < ABANDONED) continue;
    await rm(path, { force: true }).catch(() => {}); // Another user's: it is not ours to remove.
  }
}

function ifMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
