/** Runs the built command as a process, as users do. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.js';

/** A command that takes longer is ended, so that it does not outlive its test. */
const LIMIT = 280_000;

const COMMAND = join(ROOT, 'bin', 'ganfield.js');

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function start(words: readonly string[], environment = {}): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, ...environment },
    timeout: LIMIT,
  });
}

export async function ganfield(
  words: readonly string[],
  { input = '', environment = {} }: Surroundings = {},
): Promise<Finished> {
  const child = start(words, environment);
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin!.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** What a command that must succeed writes to stdout. */
export async function outputOf(
  words: readonly string[],
  surroundings?: Surroundings,
): Promise<string> {
  const { code, stdout, stderr } = await ganfield(words, surroundings);
  if (code !== 0) throw new Error(`ganfield ${words.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** The JSON of a command that must succeed. */
export async function jsonOf<T>(words: readonly string[], surroundings?: Surroundings): Promise<T> {
  return JSON.parse(await outputOf(words, surroundings)) as T;
}

/** A folder of its own for files, removed when `remove` is called. */
export function temporaryFolder(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'ganfield-test-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
