/**
 * `npm run docs:library`: writes docs/library.md from the docstrings of what the library exports.
 * TypeDoc needs a TypeScript of its own, so it is fetched into node_modules/.cache and is no package
 * that others install.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLibrary, isLibraryStale } from './build/library.js';
import { ROOT } from './paths.js';

const FOLDER = join(ROOT, 'node_modules', '.cache', 'ganfield', 'typedoc');

const PACKAGES = ['typedoc@~0.28.20', 'typedoc-plugin-markdown@~4.14.1', 'typescript@~6.0'];

const HEAD = `# The library

All that \`ganfield\` and \`ganfield/gpu\` export, written by \`npm run docs:library\` from the code. What stands here is public: a name goes, or means something else, with a new major version only; numbers may get more exact with any version. The rest of the package is not.
`;

/** What each entry is called in code that imports it. */
const ENTRIES = { index: 'ganfield', gpu: 'ganfield/gpu' };

if (isLibraryStale()) await buildLibrary();
mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
const types = Object.keys(ENTRIES).map((entry) => join(ROOT, 'dist-library', `${entry}.d.ts`));
const compilerOptions = {
  target: 'es2023',
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
};
writeFileSync(
  join(FOLDER, 'tsconfig.json'),
  JSON.stringify({ compilerOptions: { ...compilerOptions, lib: ['es2023', 'dom'] }, files: types }),
);
const options = {
  entryPoints: types,
  plugin: ['typedoc-plugin-markdown'],
  out: 'out',
  tsconfig: 'tsconfig.json',
  readme: 'none',
  outputFileStrategy: 'modules',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  hidePageTitle: true,
  disableSources: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  propertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  expandObjects: false,
  validation: false,
  logLevel: 'Error',
};
writeFileSync(join(FOLDER, 'typedoc.json'), JSON.stringify(options));
run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES]);
run(join('node_modules', '.bin', 'typedoc'), []);
const sections = Object.entries(ENTRIES).map(([entry, name]) => {
  const text = readFileSync(join(FOLDER, 'out', `${entry}.md`), 'utf8');
  // Links lead to the same page.
  return `# ${name}\n\n${text.replaceAll(/\]\((?:index|gpu)\.md/g, '](')}`;
});
writeFileSync(join(ROOT, 'docs', 'library.md'), [HEAD, ...sections].join('\n'));

/**
 * @param {string} command
 * @param {readonly string[]} words
 */
function run(command, words) {
  const { status } = spawnSync(command, words, { cwd: FOLDER, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
