import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { temporaryFolder } from '../support/command.ts';
import { hostile } from '../support/hostile/lines.ts';
import { expectRefusals, type Line } from '../support/hostile/refusals.ts';
import { randomSource } from '../support/random.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const { line, lineWithFile } = hostile(randomSource(20_261_128), folder);

/** Flags with each kind of value, of the commands that read it. */
const FLAGS: readonly (readonly [command: string, ...flags: string[]])[] = [
  ['map', 'model', 'set', 'time', 'x', 'hold', 'init', 'box', 'starts', 'size', 'measure', 'shard'],
  ['map', 'min-max', 'field', 'game', 'target', 'experiment', 'width', 'format', 'nothing'],
  ['trace', 'samples'],
];

const UNITS = [
  '1',
  ' ',
  '1,',
  '1.',
  'a=',
  '(',
  '-',
  'x+',
  '0:',
  '\n',
  '"',
  '9/',
  '\u001B[31m',
  '−',
];

/**
 * A million characters. A reader whose work grows with their square would go on for minutes at each
 * line, one that reads them a bounded number of times needs milliseconds.
 */
const LENGTH = 1_000_000;

function longLines(): readonly Line[] {
  return UNITS.flatMap((unit) => {
    const value = [unit, Math.ceil(LENGTH / unit.length)] as const;
    const out = ['--out', join(ROOT, 'package.json', 'out.json')];
    return FLAGS.flatMap(([command, ...flags]) =>
      flags.map((flag) => [command, `--${flag}`, value, ...out]),
    );
  });
}

// Windows has another shell, and other devices.
describe.skipIf(process.platform === 'win32')('each is refused in one clear line', () => {
  test('2,000 command lines', () => {
    expectRefusals(folder, Array.from({ length: 2000 }, line));
  });

  test('1,000 damaged files', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => lineWithFile(`${i}`));
    expectRefusals(folder, lines);
  });

  test('what is as long as nothing that is right', () => {
    expectRefusals(folder, longLines());
  });
});
