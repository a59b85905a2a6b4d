import { expect, test } from 'vitest';
import { FIRST_PRESET, PRESETS } from '../../../src/experiment/presets.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage } from '../../support/browser.ts';
import { numberIn, queryWith, setNumber, SMALL } from '../helpers.ts';

const FIRST = fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query).experiment;

test('the last state is there again, unless a link says otherwise', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&${SMALL}`,
    webgpu: false,
  });
  const bare = new URL('.', page.url()).href;
  await setNumber(page, 'λ', 0.77);
  await page.goto(bare);
  expect(await queryWith(page, 'lambda=0.77')).toContain('model=wgan-gp');
  expect(await numberIn(page, 'λ')).toBe(0.77);

  await page.goto(`${bare}?model=gan-qp&lambda=0.5&${SMALL}`);
  expect(await numberIn(page, 'λ')).toBe(0.5);
  await page.goto(bare);
  expect(await queryWith(page, 'model=gan-qp')).toContain('lambda=0.5');
  expect(problems).toEqual([]);
  await close();
});

test('what is in a frame is not kept', async () => {
  const { page, close } = await openPage({ path: `?model=wgan-gp&${SMALL}`, webgpu: false });
  const bare = new URL('.', page.url()).href;
  await page.goto(`${bare}?embed=map&model=gan-qp&${SMALL}`);
  await page.goto(bare);
  expect(await queryWith(page, 'model=')).toContain('model=wgan-gp');
  await close();
});

test.for([
  ['broken', "localStorage.setItem('ganfield:last', 'model=wgan&lambda=%%%;\\0')"],
  ['outdated', "localStorage.setItem('ganfield:last', 'model=wgan-gp&lambda=0.4&forgotten=1')"],
  ['empty', "localStorage.setItem('ganfield:last', '')"],
  [
    'refused',
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
  ],
] as const)('a memory that is %s is none, without a word', async ([kind, script]) => {
  const { page, problems, close } = await openPage({
    webgpu: false,
    prepare: async (fresh) => {
      await fresh.addInitScript(script);
    },
  });
  const query = await queryWith(page, 'model=');
  expect(fromQuery(query).experiment).toEqual(FIRST);
  // Without a memory every visit is the first one.
  if (kind === 'refused') await page.getByRole('button', { name: 'Explore by yourself' }).click();
  await setNumber(page, 'λ', 0.6);
  await queryWith(page, 'lambda=0.6');
  expect(await page.locator('.notice').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
