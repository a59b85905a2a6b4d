import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS, problemsOfTree } from '../../scripts/tree.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ganfield-tree-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The problems of a tree of these files. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, 'src', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return problemsOfTree(root, ['src']);
}

const lines = (count: number) => 'x;\n'.repeat(count);

test('a sound tree has none', () => {
  expect(
    problemsOf({
      'a.ts': "import { b } from './b.ts';\nimport { c } from './sub/c.ts';\n",
      'b.ts': "export { c as b } from './sub/c.ts';\nimport vite from 'vite';\n",
      'sub/c.ts': lines(LIMITS.lines),
      ...Object.fromEntries(Array.from({ length: LIMITS.files }, (_, i) => [`full/${i}.ts`, ''])),
    }),
  ).toEqual([]);
});

test.each([
  ['values', "import { b } from './b.ts';"],
  ['types', "import type { B } from './b.ts';"],
  ['what is loaded late', "const b = await import('./b.ts');"],
  ['what is passed on', "export * from './b.ts';"],
  ['effects', "import './b.ts';"],
  ['types of what is loaded late', "type B = typeof import('./b.ts');"],
])('a circle of two by %s', (_, line) => {
  expect(problemsOf({ 'a.ts': line, 'b.ts': "import { a } from './a.ts';" })).toEqual([
    'import circle: src/a.ts -> src/b.ts -> src/a.ts',
  ]);
});

test('a long circle, and a file that imports itself', () => {
  const problems = problemsOf({
    'a.ts': "import {\n  b,\n} from './b.ts';",
    'b.ts': "import { c } from './c/c.ts';",
    'c/c.ts': "import { a } from '../a.ts';",
    'self.ts': "import type { Self } from './self.ts';",
  });
  expect(problems).toEqual([
    'import circle: src/a.ts -> src/b.ts -> src/c/c.ts -> src/a.ts',
    'import circle: src/self.ts -> src/self.ts',
  ]);
});

test('a long file and a full folder', () => {
  const many = Array.from({ length: LIMITS.files + 1 }, (_, i) => [`full/${i}.ts`, '']);
  expect(problemsOf({ 'long.wgsl': lines(LIMITS.lines + 1), ...Object.fromEntries(many) })).toEqual(
    [
      `src/full: ${LIMITS.files + 1} files, expected at most ${LIMITS.files}`,
      `src/long.wgsl: ${LIMITS.lines + 1} lines, expected at most ${LIMITS.lines}`,
    ],
  );
});
