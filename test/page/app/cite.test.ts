import { expect, test } from 'vitest';
import { version } from '../../../package.json';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { bibtexOf } from '../../../src/experiment/format/bibtex.ts';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';
import { open } from '../share/dialog.ts';

test('a citation is BibTeX that TeX takes', () => {
  const text = bibtexOf({
    version: '1.2.3',
    title: 'f-GAN & {KL}',
    link: 'https://host/?model=f-gan&x=phi1:-1:1',
    date: new Date('2026-03-04T05:06:07Z'),
  });
  expect(text).toBe(
    [
      '@misc{ganfield,',
      '  author = {{Ganfield contributors}},',
      '  title = {Ganfield: {f-GAN \\& \\{KL\\}}},',
      '  note = {Version 1.2.3, accessed 2026-03-04},',
      '  year = {2026},',
      '  howpublished = {\\url{https://host/?model=f-gan&x=phi1:-1:1}},',
      '}',
      '',
    ].join('\n'),
  );
});

test('the page copies one with its version and the experiment’s link', async () => {
  const { page, context, problems, close } = await openPage({
    path: `?model=wgan-gp&lambda=0.4&${SMALL}`,
    webgpu: false,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await settled(page);
  await open(page, 'link');
  await page.getByRole('button', { name: 'Copy BibTeX' }).click();
  await page.locator('.notice', { hasText: 'BibTeX entry is copied' }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`Version ${version}`);
  expect(text).toContain('WGAN-GP');
  const [, query] = /\\url\{[^?]*\?([^}]*)\}/.exec(text)!;
  expect(fromQuery(query!).experiment.values).toMatchObject({ lambda: 0.4, time: 4 });
  expect(problems).toEqual([]);
  await close();
});
