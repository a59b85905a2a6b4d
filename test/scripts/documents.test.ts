import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import packageFile from '../../package.json' with { type: 'json' };

const named = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const DOCUMENTS = [...named('.'), ...named('docs'), ...named('docs/decisions')];

/** Files and folders of the repository, as code names them: `src/gpu/run.ts`. */
const PATH = /`((?:bench|bin|docs|scripts|shaders|src|test)\/[\w./-]+)`/g;

/** Links to other places of the repository. */
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)|src="(?!https?:)([^"]+)"/g;

/** Made by tests, and no part of the repository. */
const MADE = ['test/output'];

const SCRIPT = /`?npm run ([\w:-]+)/g;

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const all = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, first, second]) => (first ?? second)!);

  test('names files that are there', () => {
    const paths = all(PATH)
      .filter((path) => !MADE.includes(path))
      .map((path) => join(ROOT, path));
    const links = all(LINK).map((path) => join(ROOT, dirname(document), path));
    expect([...paths, ...links].filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names scripts that are there', () => {
    const scripts = Object.keys(packageFile.scripts);
    expect(all(SCRIPT).filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
