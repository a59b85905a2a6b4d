/**
 * The shape of the source tree, where the linter does not see it: import circles that lead through
 * `import()`, files that are too long, folders that are too full.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './paths.js';

const FOLDERS = ['src', 'shaders', 'test', 'scripts', 'bin'];

/** What people read; data of tests is not. */
const READ = /\.(ts|js|wgsl|css)$/;

export const LIMITS = { lines: 300, files: 25 };

/** Specifiers of files beside the importing one, of any kind of import or export. */
const IMPORTS = /(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.[^']+)'/g;

/**
 * What is wrong with a tree, each in a line; empty for a sound one.
 * @param {string} root
 * @param {readonly string[]} folders
 */
export function problemsOfTree(root = ROOT, folders = FOLDERS) {
  const files = folders.flatMap((folder) => filesIn(join(root, folder)));
  const name = (/** @type {string} */ path) => relative(root, path).replaceAll('\\', '/');
  return [
    ...fullFolders(files).map(
      ({ folder, count }) => `${name(folder)}: ${count} files, expected at most ${LIMITS.files}`,
    ),
    ...longFiles(files).map(
      ({ file, lines }) => `${name(file)}: ${lines} lines, expected at most ${LIMITS.lines}`,
    ),
    ...circles(files).map((circle) => `import circle: ${circle.map(name).join(' -> ')}`),
  ];
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return READ.test(entry.name) ? [path] : [];
  });
}

/** @param {readonly string[]} files */
function fullFolders(files) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > LIMITS.files)
    .map(([folder, count]) => ({ folder, count }));
}

/** @param {readonly string[]} files */
function longFiles(files) {
  return files
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LIMITS.lines);
}

/**
 * One circle through each file from which imports lead back to it, each circle once.
 * @param {readonly string[]} files
 */
function circles(files) {
  const known = new Set(files);
  const imports = new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(IMPORTS)]
        .map(([, specifier]) => join(dirname(file), String(specifier)))
        .filter((path) => known.has(path)),
    ]),
  );
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[][]} */
  const found = [];
  const visit = (/** @type {string} */ file, /** @type {readonly string[]} */ way) => {
    const begin = way.indexOf(file);
    if (begin >= 0) found.push([...way.slice(begin), file]);
    if (begin >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

if (import.meta.filename === process.argv[1]) {
  const problems = problemsOfTree();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
