import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { COLUMNS } from '../../../src/experiment/engine.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { choose, frames, setNumber, settled, SMALL } from '../helpers.ts';

const MAP = `?model=wgan-gp&lambda=0.3&measure=distance&${SMALL}`;

const badge = (page: Page) => page.locator('#verify');

/** Presses the button and waits for the badge. */
async function verdictOf(page: Page): Promise<string> {
  await badge(page).click();
  await page.waitForFunction(() => /agree/.test(document.getElementById('verify')!.innerText));
  return badge(page).innerText();
}

/** A page whose shaders are not what they were written as. */
const withShaders = (path: string, from: string, to: string): Promise<OpenPage> =>
  openPage({
    path,
    prepare: async (page) => {
      await page.addInitScript(
        ([before, after]) => {
          const create = GPUDevice.prototype.createShaderModule;
          GPUDevice.prototype.createShaderModule = function patched(descriptor) {
            return create.call(this, {
              ...descriptor,
              code: descriptor.code.replaceAll(before!, after!),
            });
          };
        },
        [from, to],
      );
    },
  });

test('a sound map gets a badge, which belongs to that map alone', async () => {
  const { page, problems, close } = await openPage({ path: MAP });
  // Pressed at once, it waits until the map is whole.
  expect(await verdictOf(page)).toBe('f64 check: 1024 of 1024 agree');
  expect(await badge(page).getAttribute('class')).toContain('agrees');
  expect(await page.locator('.rings circle').count()).toBe(0);

  await badge(page).click();
  const report = page.locator('#check-report');
  await report.waitFor();
  expect(await report.innerText()).toContain(
    '1024 random initial conditions of the 64² on the map',
  );
  await page.keyboard.press('Escape');

  // The same numbers in other colours.
  await page.locator('#switch-theme').click();
  await settled(page);
  expect(await badge(page).innerText()).toMatch(/agree$/);
  // Other numbers of the same trajectories, then another map.
  await choose(page, 'measure', 'amplitude');
  expect(await badge(page).innerText()).toBe('f64 check');
  await settled(page);
  expect(await verdictOf(page)).toMatch(/ of 1024 agree$/);
  await setNumber(page, 'λ', 0.4);
  expect(await badge(page).innerText()).toBe('f64 check');
  expect(problems).toEqual([]);
  await close();
});

test('a shader with a wrong constant fails loudly, until the map is another', async () => {
  // The penalty's factor 2.
  const { page, close } = await withShaders(MAP, '2.0*lambda', '2.01*lambda');
  expect(await verdictOf(page)).toMatch(/^f64 check FAILED: \d+ of 1024 agree$/);
  expect(await badge(page).getAttribute('class')).toContain('failed');
  const alarm = page.locator('.notice.alert');
  expect(await alarm.innerText()).toMatch(/Do not trust/);
  expect(await alarm.getAttribute('role')).toBe('alert');

  const rings = page.locator('.rings circle.astray');
  expect(await rings.count()).toBeGreaterThan(500);
  expect(await rings.first().locator('title').textContent()).toMatch(
    /^\([−\d.]+, [−\d.]+\): map [\d.]+, float64 [\d.]+$/,
  );
  const red = await rings.first().evaluate((node) => getComputedStyle(node).stroke);
  expect(red).toBe('rgb(192, 38, 45)');
  await badge(page).click();
  expect(await page.locator('#check-report td').count()).toBe(8 * 4);
  await page.keyboard.press('Escape');

  await setNumber(page, 'λ', 0.4);
  await page.waitForFunction(() => !document.querySelector('.notice.alert, .rings'));
  await close();
});

/** The distance by shaders and by workers alike, as a fault in their common rules would have it. */
const withCommonFault = (path: string): Promise<OpenPage> =>
  openPage({
    path,
    prepare: async (page) => {
      await page.addInitScript((columns) => {
        const create = GPUDevice.prototype.createShaderModule;
        GPUDevice.prototype.createShaderModule = function patched(descriptor) {
          const code = descriptor.code.replaceAll('=m.distance;', '=1.02*m.distance;');
          return create.call(this, { ...descriptor, code });
        };
        const listen = Worker.prototype.addEventListener;
        Worker.prototype.addEventListener = function patched(
          this: Worker,
          type: string,
          listener: EventListenerOrEventListenerObject,
          options?: boolean | AddEventListenerOptions,
        ) {
          // Listeners are called in their order: the first one spoils what the page's sees.
          const spoil = (event: Event) => {
            const { value } = (event as MessageEvent<{ readonly value?: unknown }>).data;
            if (!(value instanceof Float64Array)) return;
            for (let i = 0; i < value.length; i += columns) value[i]! *= 1.02;
          };
          if (type === 'message') listen.call(this, type, spoil, options);
          listen.call(this, type, listener, options);
        };
      }, COLUMNS);
    },
  });

test.each([
  ['', /^f64 check FAILED: 16 of 16 contradict an independent/, /both have a fault in common/],
  ['&lang=zh', /^f64 校验未通过：16 个中有 16 个与独立积分矛盾/, /两者有共同的错误/],
])('a fault of both engines alike fails as well %s', async (language, badgeText, alarmText) => {
  const { page, close } = await withCommonFault(`${MAP}&time=10${language}`);
  await badge(page).click();
  await page.waitForFunction(() => document.getElementById('verify')!.matches('.contradicted'));
  expect(await badge(page).innerText()).toMatch(badgeText);
  expect(await page.locator('.notice.alert').innerText()).toMatch(alarmText);
  expect(await page.locator('.rings circle.contradicted').count()).toBe(16);
  await badge(page).click();
  // Two coordinates, the map's value and the independent one; the rest are counted.
  expect(await page.locator('#check-report td').count()).toBe(8 * 4);
  await close();
});

test('where the processor computes the map, it says that there is nothing to check', async () => {
  const { page, close } = await openPage({ path: MAP, webgpu: false });
  await settled(page);
  expect(await badge(page).innerText()).toBe('f64 check: the map itself is float64');
  await badge(page).click({ force: true });
  await page.evaluate(frames, 5);
  expect(await badge(page).innerText()).toBe('f64 check: the map itself is float64');
  await close();
});
