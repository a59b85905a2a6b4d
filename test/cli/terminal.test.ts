import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { printable } from '../../src/cli/remarks.ts';
import { ganfield, temporaryFolder } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const RED = '\u001B[31m';

test('what a terminal obeys is escaped, and what people read is not', () => {
  expect(printable(`${RED}\u0007\r\u007F\u009B`)).toBe('\\u001b[31m\\u0007\\u000d\\u007f\\u009b');
  expect(printable('a\u202Eb\u2028c\uD800')).toBe('a\\u202eb\\u2028c\\ud800');
  expect(printable('\u{E0041}')).toBe('\\u{e0041}');
  expect(printable('θ₁ = −2 … 初始 é')).toBe('θ₁ = −2 … 初始 é');
});

test('a line is bounded and keeps its end, where the remedy is', () => {
  const line = printable(`invalid set: ${'x'.repeat(1e6)}, expected name=value`);
  expect(line.length).toBeLessThanOrEqual(1200);
  expect(line).toMatch(/^invalid set: x+…x+, expected name=value$/);
});

describe('control characters do not reach the terminal', () => {
  test.each([
    ['the name of a flag', [`--x${RED}`]],
    ['a value', ['map', '--model', `a${RED}`]],
    ['a value of a few', ['map', '--theme', `a${RED}`]],
    ['the path of an experiment', ['trace', '--experiment', `/nowhere/${RED}.json`]],
    ['the path of an output', ['map', '--size', '2', '--out', `/nowhere/${RED}.json`]],
    ['an ending', ['map', '--out', `a.${RED}`]],
  ])('from %s', async (_, words) => {
    const { code, stderr } = await ganfield(words);
    expect(stderr).toMatch(/^ganfield: [^\p{Cc}]+\n$/u);
    expect(code).toBeGreaterThan(0);
  });

  test.each([
    ['a.json', '{"ganfield": "\\u001b[31m"}'],
    ['b.json', '{"ganfield": 1, "\u009B31m": 1}'],
    ['c.csv', `1,2,3,${RED}\n`],
  ])('from the file %s', async (name, content) => {
    const path = folder.path(name);
    writeFileSync(path, content);
    const command = name.endsWith('csv') ? ['measure', '--inits'] : ['trace', '--experiment'];
    const { code, stderr } = await ganfield([...command, path]);
    expect(stderr).toMatch(/^ganfield: [^\p{Cc}]+\n$/u);
    expect(code).toBe(2);
  });
});

test('a long argument is refused by its place and length, an empty file name as such', async () => {
  const long = await ganfield(['map', '--set', `l2=${'1'.repeat(100_000)}`]);
  expect(long.stderr).toBe(
    'ganfield: invalid argument 3: 100003 characters, expected at most 8192; --experiment FILE takes long choices\n',
  );
  expect(long.code).toBe(2);
  const empty = await ganfield(['trace', '--experiment', '']);
  expect(empty.stderr).toBe(
    'ganfield: unreadable experiment: (empty), no such file or directory\n',
  );
  expect(empty.code).toBe(2);
});
