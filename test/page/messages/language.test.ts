import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { foreignWords } from '../../support/foreign.ts';
import { downloaded, settled, SMALL } from '../helpers.ts';

/** Everything that is said to somebody on the page: texts that are shown, labels, titles. */
async function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const skipped = 'script, style, noscript, .katex, [lang=en]';
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement!.closest(skipped)) texts.push(node.textContent!);
    }
    for (const node of document.querySelectorAll('[aria-label], [title]')) {
      if (node.closest(skipped)) continue;
      texts.push(node.getAttribute('aria-label') ?? '', node.getAttribute('title') ?? '');
    }
    return texts;
  });
}

test.for([
  { width: 1440, height: 900, mobile: false },
  { width: 390, height: 844, mobile: true },
])('in Chinese nothing is left in English, $width x $height', async (screen) => {
  const { page, problems, close } = await openPage({
    ...screen,
    path: `?lang=zh&model=wgan-gp&nonsense=1&${SMALL}`,
    webgpu: screen.mobile,
  });
  await settled(page);
  await page.locator('.formula .katex').first().waitFor();
  const left = new Set<string>();
  const listen = async () => {
    for (const text of await said(page)) for (const word of foreignWords(text)) left.add(word);
  };
  // The key that the link has wrong is quoted, and so are the ones that it could have had.
  await page.locator('.notice').waitFor();
  expect(await page.locator('.notice').textContent()).toContain('未知参数：nonsense');
  await page.locator('.notice button').click();
  await listen();
  await page.keyboard.press('?');
  await page.locator('#keys-dialog[open]').waitFor();
  await listen();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.locator('#save-dialog[open]').waitFor();
  await listen();
  await page.keyboard.press('Escape');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.title()).toContain('收敛');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await close();
  // Names of the adapter and of what computes come from the machine.
  const machine = /^(Google|Vulkan|LLVM|Subzero|swiftshader|Device|rev|math|mathtt)/i;
  expect([...left].filter((word) => !machine.test(word))).toEqual([]);
  expect(overflow).toBe(0);
  expect(problems).toEqual([]);
});

test('the switch changes the language, keeps the experiment, and is remembered', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=gan-qp&l2=0.25&starts=0.5,0.3,1,0.5&${SMALL}`,
    webgpu: false,
  });
  const toggle = page.locator('#switch-language');
  expect(await toggle.textContent()).toBe('中文');
  await toggle.click();
  await page.locator('html[lang=zh-CN]').waitFor();
  await page.locator('.info-bar .model h2').getByText('GAN-QP').waitFor();
  const query = new URL(page.url()).searchParams;
  expect(query.get('lang')).toBe('zh');
  expect(query.get('model')).toBe('gan-qp');
  expect(query.get('l2')).toBe('0.25');
  expect(await page.locator('#panel [data-section=model] .lil-title').textContent()).toBe('模型');

  // Its figures are in Chinese, too.
  await page.locator('button', { hasText: '保存与分享' }).first().click();
  await page.locator('#save-dialog input[value=traces] + span').click();
  const save = page.locator('#save-dialog').getByRole('button', { name: '保存 PDF' });
  const { bytes } = await downloaded(page, save);
  expect(new TextDecoder('latin1').decode(bytes)).toContain('NotoSansSC-Regular');

  // Without a word in the link the language of the last visit is spoken.
  await page.goto(new URL(`?model=wgan&${SMALL}`, page.url()).href);
  await page.locator('html[lang=zh-CN]').waitFor();
  await page.locator('#switch-language').getByText('English').click();
  await page.locator('html[lang=en]').waitFor();
  await page.locator('#map-title').getByText('Map').waitFor();
  expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
  await close();
  expect(problems).toEqual([]);
});

test('an English page loads no Chinese', async () => {
  const { page, close } = await openPage({ path: `?model=wgan&${SMALL}`, webgpu: false });
  await settled(page);
  const files = await page.evaluate(async () => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = names.filter((name) => name.endsWith('.js') && !name.includes('offline'));
    const texts = await Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
    return {
      scripts: scripts.length,
      chinese: texts.filter((text) => text.includes('判别器')).length,
    };
  });
  await close();
  expect(files.scripts).toBeGreaterThan(0);
  expect(files.chinese).toBe(0);
});
