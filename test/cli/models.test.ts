import { afterAll, expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/index.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { ganfield, jsonOf, outputOf, temporaryFolder } from '../support/command.ts';
import { recordingImports } from '../support/loader.ts';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly { name: string; default: unknown; min?: number; max?: number }[];
}

interface ModelsJson {
  readonly models: readonly Listed[];
  readonly methods: readonly Listed[];
  readonly measures: readonly { id: string }[];
  readonly modifiers: readonly { name: string; default: unknown }[];
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('models lists all there is, with ranges', async () => {
  const json = await jsonOf<ModelsJson>(['models', '--format', 'json']);
  expect(ids(json.models)).toEqual(ids(MODELS));
  expect(ids(json.methods)).toEqual(ids(METHODS));
  expect(ids(json.measures)).toEqual(ids(MEASURES));
  expect(json.modifiers.map(({ name }) => name)).toContain('l2');
  const penalty = json.models.find(({ id }) => id === 'wgan-gp')!.parameters[0];
  expect(penalty).toMatchObject({ name: 'lambda', default: 0.1, min: 0, max: 100 });
});

test('its table names every one of them', async () => {
  const text = await outputOf(['models']);
  for (const id of [...ids(MODELS), ...ids(METHODS), ...ids(MEASURES)]) {
    expect(text).toMatch(new RegExp(`^ +${id}\\b`, 'm'));
  }
});

const folder = temporaryFolder();
afterAll(folder.remove);

/** Of each command, the packages that it cannot do without. */
test.each([
  [['--help'], ['commander']],
  [['map', '--help'], ['commander']],
  [['models'], ['commander']],
  [
    ['map', '--model', 'nothing'],
    ['commander', 'fastest-levenshtein', 'fflate', 'valibot'],
  ],
])('%j loads no engine, and nothing else that takes time', async (words, expected) => {
  const { environment, imports } = recordingImports(folder.path(`${words.join('')}.mjs`));
  await ganfield(words, { environment });
  const packages = imports().flatMap(
    (url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
  );
  expect([...new Set(packages)].toSorted()).toEqual(expected);
  const chunks = imports().flatMap(
    (url) => /dist-cli\/build-\w+\/([\w-]+)-[\w-]{8}\.js$/.exec(url)?.[1] ?? [],
  );
  expect(
    chunks.filter((name) => /^(engine$|dawn|cpu-|context|picture|raster|bench)/.test(name)),
  ).toEqual([]);
});

test.each(['models', 'trace', 'measure', 'map', 'check', 'figures', 'bench'])(
  '%s --help has an example',
  async (command) => {
    const { code, stdout, stderr } = await ganfield([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`ganfield ${command}`);
    expect(stdout.split('Example:')[1]).toContain(`ganfield ${command} `);
    expect(stderr).toBe('');
  },
);
