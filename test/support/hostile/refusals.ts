/** Runs command lines that must be refused, all in one process. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../../scripts/paths.js';
import type { temporaryFolder } from '../command.ts';

/** Words of a command; long ones as a unit and how many times it stands there. */
export type Line = readonly (string | readonly [unit: string, times: number])[];

type Folder = ReturnType<typeof temporaryFolder>;

/** Of each line what stands on stderr, and its exit code; all in one process. */
function runs(folder: Folder, lines: readonly Line[]): readonly { said: string; code: number }[] {
  const path = folder.path('lines.json');
  writeFileSync(path, JSON.stringify(lines));
  const stderr = folder.path('stderr');
  const driver = join(ROOT, 'test', 'support', 'hostile', 'driver.js');
  const { stdout, status } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" "$2" 2> "$3"', process.execPath, driver, path, stderr],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const text = readFileSync(stderr, 'utf8');
  expect(stdout).toBe('');
  expect(status, text.slice(-600)).toBe(0);
  const parts = text.split(/^exit (\d+)\n/m);
  return lines.map((_, i) => ({ said: parts[2 * i]!, code: Number(parts[2 * i + 1]) }));
}

/** What may stand before the refusal: what is not read of choices that are right. */
const REMARK = /^ganfield: --hold \w+ is not read: [^\n]+\n/gm;

/** Messages of the engine that runs the code, and what shows that one was not written for people. */
const INTERNAL =
  /\bat [^ ]+:\d+:\d+|call stack|is not a function|is not iterable|[cC]annot (?:read|convert|destructure)|\[object|(?:Type|Range|Reference|Syntax)Error|ERR_[A-Z]/;

/** Each ends with one clear line, and exit code 1 or 2. */
export function expectRefusals(folder: Folder, lines: readonly Line[]): void {
  runs(folder, lines).forEach(({ said, code }, i) => {
    const words = JSON.stringify(lines[i]).slice(0, 300);
    const line = said.replaceAll(REMARK, '');
    expect(line, words).toMatch(/^ganfield: [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]{10,1300}\n$/u);
    expect(line, words).not.toMatch(INTERNAL);
    expect([1, 2], words).toContain(code);
  });
}
