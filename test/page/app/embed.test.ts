import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { settled, SMALL } from '../helpers.ts';

const FRAMES = [
  { embed: 'both', width: 720, height: 400, shown: ['map', 'flow'] },
  { embed: 'both', width: 380, height: 760, shown: ['map', 'flow'] },
  { embed: 'map', width: 480, height: 420, shown: ['map'] },
  { embed: 'flow', width: 480, height: 420, shown: ['flow'] },
  { embed: 'flow', width: 1000, height: 600, shown: ['flow'] },
] as const;

test.for(FRAMES)('$embed in $width x $height', async ({ embed, width, height, shown }) => {
  const { page, problems, close } = await openPage({
    path: `?embed=${embed}&model=wgan-gp&measure=distance&${SMALL}`,
    width,
    height,
    // The flow has a legend where particles move.
    webgpu: embed === 'flow',
  });
  await settled(page);
  for (const part of ['.header', '#panel', '.info-bar', '#status']) {
    expect(await page.locator(part).isVisible(), part).toBe(false);
  }
  const parts = ['.legend > *', '.whole a'];
  for (const pane of ['map', 'flow'] as const) {
    const square = page.locator(`#${pane} .square`);
    const expected = (shown as readonly string[]).includes(pane);
    expect(await square.isVisible(), pane).toBe(expected);
    if (expected) parts.unshift(`#${pane} .square`);
  }
  // In one go: the legend may be drawn anew between two questions.
  const boxes = await page.evaluate(
    (selectors) =>
      selectors.map((selector) =>
        document.querySelector(selector)!.getBoundingClientRect().toJSON(),
      ),
    parts,
  );
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
  expect(boxes[0]!.width, 'the picture has the room').toBeGreaterThan(
    0.4 * Math.min(width, height),
  );
  expect(problems).toEqual([]);
  await close();
});

test('the snippet shows the experiment in a page, and its link leads to all of it', async () => {
  const { page, context, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&lambda=0.4&${SMALL}`,
    webgpu: false,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Embed' }).click();
  await page.locator('.notice', { hasText: 'HTML is copied' }).waitFor();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  const link = await page.evaluate(() => location.href);

  const host = await context.newPage();
  await host.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await host.goto(new URL('host', link).href);
  expect(await host.locator('iframe').getAttribute('title')).toBe('Ganfield: WGAN-GP');
  const frame = host.frameLocator('iframe');
  await frame.locator('.progress.done').waitFor({ state: 'attached' });
  expect(await frame.locator('#panel').isVisible()).toBe(false);
  const whole = frame.locator('.whole a');
  expect(await whole.innerText()).toBe('WGAN-GP in Ganfield');
  const [opened] = await Promise.all([context.waitForEvent('page'), whole.click()]);
  await opened.waitForLoadState();
  await expect.poll(() => opened.url()).toBe(link);
  expect(await opened.locator('#panel').isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

test('a reload of the frame is the frame again, and its link follows the experiment', async () => {
  const { page, close } = await openPage({ path: `?embed=map&model=wgan&${SMALL}`, webgpu: false });
  await page.keyboard.press('m');
  const title = await page.locator('.whole a').innerText();
  expect(title).not.toContain('WGAN in');
  await page.waitForFunction(() => !/model=wgan&/.test(location.search));
  await page.reload();
  expect(await page.locator('.whole a').innerText()).toBe(title);
  expect(await page.evaluate(() => location.search)).toMatch(/^\?embed=map&model=/);
  await close();
});
