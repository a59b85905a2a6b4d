import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { withoutComments } from '../../scripts/vite/shaders.js';
import { declarationsOf } from '../../src/gpu/linker.ts';

test('comments, indentation and blanks that part nothing go, lines stay where they are', () => {
  const code = '// Of a start.\nfn half(x: f32) -> f32 {\n  return x / 2f; // not x * 2\n}\n';
  expect(withoutComments(code)).toBe('\nfn half(x:f32)-> f32{\nreturn x / 2f;\n}\n');
});

test('every shader keeps its lines and declarations, and none has another kind of comment', () => {
  const folder = join(ROOT, 'shaders');
  const names = readdirSync(folder, { encoding: 'utf8', recursive: true });
  const files = names.filter((name) => name.endsWith('.wgsl'));
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    const code = readFileSync(join(folder, path), 'utf8');
    const short = withoutComments(code);
    expect(short, path).not.toMatch(/\/[/*]/);
    expect(short.split('\n').length, path).toBe(code.split('\n').length);
    expect(declarationsOf(short), path).toEqual(declarationsOf(code));
  }
});
