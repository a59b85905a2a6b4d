/** What a browser, a network or a driver may do to the page: it says so and goes on. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { open, saved } from '../share/dialog.ts';
import { colourCount, pixelsOf, row, setNumber, settled, SMALL } from '../helpers.ts';

const noticed = (page: Page, text: string) =>
  page.locator('#notices .notice', { hasText: text }).waitFor();

test('code that did not load is loaded at the next click', async () => {
  let offline = true;
  const { page, close } = await openPage({
    path: `?model=ns-gan&${SMALL}`,
    webgpu: false,
    prepare: async (fresh) => {
      await fresh.route(
        /(?:keys-dialog|share-dialog|guide-card|gallery|compare)-[\w-]+\.(?:js|css)$/,
        (route) => (offline ? route.abort() : route.continue()),
      );
    },
  });
  await settled(page);
  for (const [press, opened] of [
    [() => page.locator('#show-keys').click(), '#keys-dialog kbd'],
    [() => page.locator('#save-picture').click(), '#save-dialog[open]'],
    [() => page.locator('#open-guide').click(), '[data-guide=open] #guide'],
    [
      () => page.locator('#entries button', { hasText: 'Gallery' }).click(),
      '[data-gallery], .gallery',
    ],
  ] as const) {
    offline = true;
    await press();
    await noticed(page, 'did not load');
    offline = false;
    await press();
    await page.locator(opened).first().waitFor();
    await expect.poll(() => page.locator('#notices .notice').count()).toBe(0);
    await page.keyboard.press('Escape');
  }
  await close();
});

/** Timers of ten seconds and more are over at once. */
const hurry = () => {
  const { setTimeout: timer } = globalThis;
  const hurried = (run: () => void, delay = 0, ...values: unknown[]) =>
    timer(run, delay >= 10_000 ? 1 : delay, ...values);
  globalThis.setTimeout = hurried as typeof setTimeout;
};

const silence: Readonly<Record<string, () => void>> = {
  adapter: () => {
    GPU.prototype.requestAdapter = () => new Promise(() => {});
  },
  device: () => {
    GPUAdapter.prototype.requestDevice = () => new Promise(() => {});
  },
  pipeline: () => {
    GPUDevice.prototype.createRenderPipelineAsync = () => new Promise(() => {});
  },
};

test.for(Object.keys(silence))('a request for %s that nobody answers', async (name) => {
  const { page, problems, close } = await openPage({
    path: `?${SMALL}`,
    prepare: async (fresh) => {
      await fresh.addInitScript(hurry);
      await fresh.addInitScript(silence[name]!);
    },
  });
  await settled(page);
  expect(await page.locator('.explanation').innerText()).toMatch(
    /has not answered for \d+ seconds/,
  );
  expect(await page.locator('#status').innerText()).toMatch(/float64/);
  expect(problems).toEqual([]);
  await close();
});

test('a frame without workers, storage and history has all the page', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&${SMALL}`,
    webgpu: false,
    prepare: async (fresh) => {
      await fresh.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        Object.assign(globalThis, { Worker: refuse });
        Object.defineProperty(globalThis, 'localStorage', { get: refuse });
        Object.assign(history, { replaceState: refuse, pushState: refuse });
      });
    },
  });
  await settled(page);
  expect(colourCount(await pixelsOf(page, 'map'))).toBeGreaterThan(16);
  await setNumber(page, 'λ', 0.7);
  await settled(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => row(page, 'λ').locator('input:not([type=range])').inputValue())
    .not.toBe('0.7');
  await settled(page);
  await open(page, 'picture');
  const { bytes } = await saved(page, 'Save PNG');
  expect(experimentFrom('saved.png', bytes).model).toBe('wgan-gp');
  expect(problems).toEqual([]);
  await close();
});

/** Each costs one notice that does not fill the page. */
const HOSTILE = {
  'an axis that is too narrow': 'x=theta1:1:1.0000000000000002',
  'an axis that is nothing': 'x=theta1:0:1e-320',
  'many unknown keys': Array.from({ length: 800 }, (_, i) => `k${i}=1`).join('&'),
  'wrong values':
    'model=%00&method=%ff&measure=__proto__&starts=;;;1&time=1e999&lang=xx&edits=c&with=a%3D1',
};

test.for(Object.entries(HOSTILE))('a hostile link: %s', async ([, query]) => {
  const { page, problems, close } = await openPage({ path: `?${SMALL}&${query}`, webgpu: false });
  await settled(page);
  const notice = page.locator('#notices .notice');
  expect(await notice.count()).toBe(1);
  expect((await notice.boundingBox())!.height).toBeLessThan(100);
  expect(problems).toEqual([]);
  await close();
});
