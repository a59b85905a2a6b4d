import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../../scripts/paths.js';
import { openPage, type OpenPage } from '../../support/browser.ts';

const DIST = join(ROOT, 'dist');

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** The packages that a source file names, whatever the kind of import. */
function packagesOf(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\bresolve\(\s*|^ *)'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/gm,
  );
  return Array.from(imports, ([, name]) => name!);
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });

describe('licences', () => {
  const text = () => readFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  test('of every package that the sources import', () => {
    const sources = filesIn(join(ROOT, 'src')).filter((name) => name.endsWith('.ts'));
    const imported = new Set(sources.flatMap(packagesOf));
    // A package is imported by its name, so this finds all that are used, and nothing is unused.
    expect([...imported].filter((name) => dependencies.includes(name)).toSorted()).toEqual(
      dependencies.toSorted(),
    );
    const headings = Array.from(
      text().matchAll(/^(\S+) \d[\w.-]*\nLicence: /gm),
      ([, name]) => name,
    );
    expect(headings).toEqual(expect.arrayContaining(dependencies));
    // And of what those import in turn.
    expect(headings).toEqual(expect.arrayContaining(['d3-array', '@formatjs/fast-memoize']));
  });

  test('in full, with the place of the source where a licence asks for it', () => {
    expect(text()).toMatch(
      /^mediabunny .*\nLicence: MPL-2\.0\nSource: .*github.*\n\nMozilla Public/m,
    );
    expect(text()).toMatch(/^@resvg\/resvg-wasm .*\nLicence: MPL-2\.0\nSource: .*github/m);
    expect(text()).toContain('SIL OPEN FONT LICENSE');
    // Of what only the build has, and the page parts of.
    expect(text()).toMatch(/^@fontsource-variable\/noto-sans-sc .*\nLicence: OFL-1\.1/m);
    expect(text()).toMatch(/^katex .*\nLicence: MIT/m);
  });
});

describe('fonts', () => {
  test('are of the one format that every supported browser takes, but for those of a PDF', () => {
    const fonts = filesIn(DIST).filter((name) => /\.(woff2?|ttf|otf|eot)$/.test(name));
    expect(fonts.length).toBeGreaterThan(0);
    const others = fonts.filter((name) => !name.endsWith('.woff2'));
    // Text, bold text and variables: no browser loads them, and a PDF takes no WOFF2.
    const names = others.map((name) => basename(name).replace(/-[\w-]{8}\.ttf$/, ''));
    expect(names.toSorted()).toEqual([
      'Inter_400Regular',
      'Inter_600SemiBold',
      'KaTeX_Math-Italic',
      'NotoSansSC-Regular',
      'NotoSansSC-SemiBold',
    ]);
  });

  test('that a style sheet asks for are there', () => {
    const names = filesIn(DIST);
    const sheets = names.filter((name) => name.endsWith('.css'));
    const asked = sheets.flatMap((name) =>
      Array.from(
        readFileSync(name, 'utf8').matchAll(/url\(\.?\/?([^)]*\.woff2)\)/g),
        ([, url]) => url!,
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const url of asked) expect(names).toContain(join(DIST, 'assets', url));
  });
});

describe('the page', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openPage({ webgpu: false, path: '?model=ns-gan&time=4' });
  });
  afterAll(() => opened.close());

  test('leads to the licences from its list of keys', async () => {
    await opened.page.keyboard.press('?');
    const link = opened.page.locator('#keys-dialog a[href*=NOTICES]');
    await link.waitFor();
    const address = await link.evaluate((found) => (found as HTMLAnchorElement).href);
    expect(address).toBe(`${inject('pageUrl')}THIRD-PARTY-NOTICES.txt`);
    const response = await fetch(address);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain('\nkatex ');
    expect(opened.problems).toEqual([]);
  });
});
