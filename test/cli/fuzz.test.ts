import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { temporaryFolder } from '../support/command.ts';
import { pngOf } from '../support/png-text.ts';
import { randomSource } from '../support/random.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const SEED = 20_240_611;
const LINES = 500;
const FILES = 400;

/** What cannot be written: a line that is right up to there fails by it, before any work. */
const NO_FILE = join(ROOT, 'package.json', 'out.json');

const EXPERIMENT_FLAGS = ['model', 'method', 'set', 'set', 'step', 'time', 'experiment'];

/** Of each command the flags that take any text; a line has some of these, and rarely another one. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  map: [...EXPERIMENT_FLAGS, 'x', 'y', 'hold', 'size', 'measure'],
  trace: [...EXPERIMENT_FLAGS, 'init', 'samples'],
  measure: [...EXPERIMENT_FLAGS, 'inits', 'measure'],
  models: ['format'],
};

const OTHERS = ['format', 'theme', 'engine', 'section', 'bare', 'nothing', 'x\u001B[31m', ''];

const OTHER_COMMANDS = ['mapp', '', '\u001B[2J', '__proto__', '-', 'models'];

const VALUES = [
  '', ' ', '-', '--', '-1', '0', '1', '1e999', '-0', 'NaN', 'Infinity', 'null', 'undefined', 'true',
  '__proto__', 'constructor', 'toString', 'ns-gan', 'wgan-gp', 'rk4', 'altgd', 'lambda=1', 'l2=0.1',
  'l2=', '=1', '=', 'l2=1=2', 'time=5', '__proto__=1', 'theta1=-2:2', 'theta2=0:1', 'phi1=1:0',
  'phi1=NaN:1', 'phi1=1:1.0000000000000002', 'theta1=0:1e-320', 'phi1=1,phi2=2', '0,0,1,0', '0,0,1',
  '1;2;3;4', '64', '64x64', '64x', 'x', '0x10', '16385', 'outcome', 'rate,turns', 'outcome,', 'json',
  'png', 'csv', '../..', '/', '/dev/null', '/nowhere/a.json', 'a\u0000b', 'a\nb\r\tc', '\u001B[31m', '\u009B2J',
  '\u202Eb', '\u2028', '\uD800', '😀', '１', '%s%n', '$(id)', '`id`', '\\', '"', "'", '[[[[', '{"a":1}',
  '9'.repeat(400), '['.repeat(3000), ' '.repeat(3000), '1 '.repeat(3000), '1,1 '.repeat(2000), 'x'.repeat(9000),
]; // prettier-ignore

const EXPERIMENT = JSON.stringify({
  ganfield: 1,
  model: 'wgan-gp',
  method: 'rk4',
  lambda: 0.3,
  time: 5,
  x: { component: 'theta1', min: -2, max: 2 },
  hold: [0.1, 0.2, 0, 0],
  starts: [[0.1, 0.2, 0.2, 0.1]],
});

const SAVED: readonly Uint8Array[] = [
  Buffer.from(EXPERIMENT),
  Buffer.from(`{"experiment": ${EXPERIMENT}, "rows": [[1, 2], [3, null]]}`),
  Buffer.from(`<svg><metadata>${EXPERIMENT.replaceAll('"', '&quot;')}</metadata></svg>`),
  pngOf({
    ganfield: EXPERIMENT,
    'ganfield-picture': '{"width":64,"height":64,"bare":true}',
  }),
];

const TABLE = Buffer.from(
  'phi1,phi2,theta1,theta2\n0.1,0.2,0.2,0.1\n1,"2",-3,4e-1\n# end\n1/3,0,0,1\n',
);

const random = randomSource(SEED);
const below = (count: number) => Math.floor(count * random());
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;

function hostileLine(): readonly string[] {
  const command = random() < 0.05 ? oneOf(OTHER_COMMANDS) : oneOf(['map', 'trace', 'measure']);
  const flags = Array.from({ length: 1 + below(3) }, () => {
    const flag = random() < 0.1 ? oneOf(OTHERS) : oneOf(FLAGS[command] ?? OTHERS);
    return [`--${flag}`, ...(random() < 0.03 ? [] : [oneOf(VALUES)])];
  });
  const inits = command === 'measure' && random() < 0.8 ? ['--inits', tablePath()] : [];
  return [command, ...inits, ...flags.flat(), '--out', NO_FILE, '--format', 'json'];
}

/** A table in which nothing is wrong. */
function tablePath(): string {
  const path = folder.path('table.csv');
  writeFileSync(path, TABLE);
  return path;
}

/** Bytes changed, left out, put in, repeated; or the end cut off. */
function damaged(bytes: Uint8Array): Uint8Array {
  let content = Buffer.from(bytes);
  for (let n = below(4); n >= 0; n--) {
    const at = below(content.length);
    const [head, tail] = [content.subarray(0, at), content.subarray(at)];
    const put = Buffer.from(oneOf(VALUES));
    content = Buffer.concat(
      [
        [head, Buffer.of(below(256)), tail.subarray(1)],
        [head, tail.subarray(1 + below(8))],
        [head, put, tail],
        [head, put, tail.subarray(put.length)],
        [head, tail, tail],
        [head],
      ][below(6)]!,
    );
    if (content.length === 0) break;
  }
  return content;
}

function lineWithFile(index: number): readonly string[] {
  const isTable = index % 4 === 3;
  const path = folder.path(`${index}`);
  writeFileSync(path, damaged(isTable ? TABLE : oneOf(SAVED)));
  const words = isTable ? ['measure', '--inits'] : [oneOf(['map', 'trace']), '--experiment'];
  return [...words, path, '--engine', 'cpu', '--format', 'json', '--out', NO_FILE];
}

/** Of each line what stands on stderr, and its exit code; all in one process. */
function runs(lines: readonly (readonly string[])[]): readonly { said: string; code: number }[] {
  const path = folder.path('lines.json');
  writeFileSync(path, JSON.stringify(lines));
  const stderr = folder.path('stderr');
  const driver = join(ROOT, 'test', 'support', 'fuzz-driver.js');
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

function expectRefusals(lines: readonly (readonly string[])[]): void {
  runs(lines).forEach(({ said, code }, i) => {
    const words = JSON.stringify(lines[i]).slice(0, 300);
    const line = said.replaceAll(REMARK, '');
    expect(line, words).toMatch(/^ganfield: [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]{10,1300}\n$/u);
    expect(line, words).not.toMatch(INTERNAL);
    expect([1, 2], words).toContain(code);
  });
}

// Windows has another shell, and other devices.
describe.skipIf(process.platform === 'win32')('each is refused in one clear line', () => {
  test(`${LINES} command lines`, () => {
    expectRefusals(Array.from({ length: LINES }, hostileLine));
  });

  test(`${FILES} damaged files`, () => {
    expectRefusals(Array.from({ length: FILES }, (_, i) => lineWithFile(i)));
  });
});
