/**
 * `npm run page-cost`: what the page costs in a headless Chromium: bytes of the first load, time to
 * the first picture and to an answer, memory with many particles and a large map. Prints a table in
 * Markdown; dist/ has to be built. Timings are those of this machine and its adapter.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { launchOptions } from './chromium.js';
import { ROOT } from './paths.js';

/** Times that each time is taken; the median counts. */
const TIMES = 3;

/** The slider's positions, one after the other while the map computes. */
const TURNS = 9;

const MEGABYTE = 2 ** 20;

/**
 * Rows of the table: what, and how much.
 * @returns {Promise<[what: string, measured: string][]>}
 */
export async function pageCost() {
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const browser = await chromium.launch(await launchOptions());
  try {
    const url = String(server.resolvedUrls?.local[0]);
    const bytes = await firstLoad(browser, url);
    console.error('first load done');
    const pictures = [];
    for (let i = 0; i < TIMES; i++) pictures.push(await firstPicture(browser, url));
    console.error('first picture done');
    const answers = await sliderAnswers(browser, url);
    console.error('slider done');
    const usual = await memory(browser, `${url}?resolution=512&particles=65536&time=1`);
    const many = await memory(browser, `${url}?resolution=512&particles=1048576&time=1`);
    const large = await memory(browser, `${url}?resolution=2048&particles=65536&time=1`);
    return [
      ['first load, compressed, without fonts', `${(bytes / 1000).toFixed(0)} kB`],
      ['first picture after opening, median', `${median(pictures).toFixed(0)} ms`],
      ['answer to a slider while a map computes, median', `${median(answers).toFixed(0)} ms`],
      ['memory of all processes, 512² map, 65,536 particles', `${usual.toFixed(0)} MB`],
      ['the same with 1,048,576 particles', `${many.toFixed(0)} MB`],
      ['the same with a 2048² map', `${large.toFixed(0)} MB`],
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @typedef {import('playwright-core').Browser} Browser */

/**
 * Compressed bytes of all that a first visit loads from the page's own address, fonts aside.
 * @param {Browser} browser
 * @param {string} url
 */
async function firstLoad(browser, url) {
  const page = await pageOf(browser);
  /** @type {Promise<Buffer>[]} */
  const bodies = [];
  page.on('response', (response) => {
    const own = response.url().startsWith(url) && response.request().resourceType() !== 'font';
    if (own) bodies.push(response.body());
  });
  await page.goto(`${url}?resolution=64&particles=4096&time=4`);
  await wholeMap(page);
  await page.locator('.formula .katex').first().waitFor();
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await page.context().close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Milliseconds from the navigation to the first map on the canvas: the coarsest level.
 * @param {Browser} browser
 * @param {string} url
 */
async function firstPicture(browser, url) {
  const page = await pageOf(browser);
  await page.goto(url, { waitUntil: 'commit' });
  // The legend is filled as soon as the coarsest level is there, just before it is drawn.
  await page.waitForFunction(
    () => (document.querySelector('#map .legend')?.childElementCount ?? 0) > 0,
    undefined,
    { polling: 'raf' },
  );
  const time = await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  );
  await page.context().close();
  return Number(time);
}

/**
 * Milliseconds from a slider's input to the task after the frame that draws the change.
 * @param {Browser} browser
 * @param {string} url
 */
async function sliderAnswers(browser, url) {
  const page = await pageOf(browser);
  await page.goto(`${url}?model=wgan-gp&time=500&resolution=512&particles=4096`);
  await page.waitForFunction(() =>
    /float/.test(document.getElementById('status')?.innerText ?? ''),
  );
  await page.waitForTimeout(1500);
  const answers = await page.evaluate(async (turns) => {
    const slider = /** @type {HTMLInputElement} */ (
      document.querySelector('#panel input[type=range]')
    );
    const times = [];
    for (let i = 1; i <= turns; i++) {
      const begun = performance.now();
      slider.value = String(50 * i);
      slider.dispatchEvent(new Event('input'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return times;
  }, TURNS);
  await page.context().close();
  return answers;
}

/**
 * Private memory of the page's process and the graphics process in megabytes, the map complete.
 * @param {Browser} browser
 * @param {string} url
 */
async function memory(browser, url) {
  // The particles are there and stand still, so that a software adapter gets the map done.
  const page = await pageOf(browser, 'reduce');
  await page.goto(url);
  await wholeMap(page);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const bytes = processInfo.map(({ id }) => {
    // Where there is no such file, nothing can be told; only Linux has it.
    const pages = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    const kilobytes = [...pages.matchAll(/^(?:Private_\w+|Pss_Shmem): +(\d+) kB$/gm)];
    return 1024 * kilobytes.reduce((sum, [, number]) => sum + Number(number), 0);
  });
  await page.context().close();
  return bytes.reduce((sum, size) => sum + size, 0) / MEGABYTE;
}

/**
 * @param {Browser} browser
 * @param {'reduce' | 'no-preference'} reducedMotion
 */
async function pageOf(browser, reducedMotion = 'no-preference') {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    reducedMotion,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  return page;
}

/** @param {import('playwright-core').Page} page */
async function wholeMap(page) {
  await page.waitForFunction(() => document.querySelector('.progress.done') !== null);
  await page.waitForTimeout(1000);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** @param {[what: string, measured: string][]} rows */
export function tableOfCost(rows) {
  return ['| what | measured |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );
}

if (import.meta.filename === process.argv[1]) {
  console.log(tableOfCost(await pageCost()));
  process.exit(0);
}
