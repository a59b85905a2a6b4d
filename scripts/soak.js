/**
 * `npm run soak -- --minutes 30 --seed 1`: random use of the built page for long. Ends with an error
 * where the page reported one, kept more and more, or was not right at the end.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { launchOptions } from './chromium.js';
import { act } from './monkey.js';
import { randomOf } from './monkey-driver.js';
import { ROOT } from './paths.js';
import { listen } from './problems.js';
import { settled } from './settled.js';
import {
  besideFresh,
  openStart,
  grown,
  holdings,
  START,
  loseDevice,
  SIZE,
  visitAll,
  watch,
} from './soak-page.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];

/** Looks at what the page holds are so many; the first one comes after as long a warming up. */
const LOOKS = 10;

/** What the page says where something failed that was not the soak's own doing. */
const FAILURE = /failed|repeatedly|did not load/;

/** The page opens a lost device again twice; at these looks it is taken away. */
const LOSSES = [3, 6];

await build({ root: ROOT, logLevel: 'warn' });
const server = await preview({ root: ROOT, logLevel: 'error', preview: { port: 0, open: false } });
const browser = await chromium.launch(await launchOptions());
const context = await browser.newContext({
  viewport: SIZE,
  serviceWorkers: 'block',
  permissions: ['clipboard-read', 'clipboard-write'],
});
const page = await context.newPage();
page.setDefaultTimeout(60_000);

/** @type {string[]} */
const problems = [];
const note = (/** @type {string} */ problem) => {
  problems.push(problem);
  console.log(`PROBLEM ${problem}`);
};
listen(context, note);
page.on('crash', () => note('the page crashed'));
page.on('console', (message) => {
  const [, notice] = /^notice: (.*)/s.exec(message.text()) ?? [];
  if (notice === undefined) return;
  console.log(`notice: ${notice}`);
  if (FAILURE.test(notice)) note(`${notice} at ${page.url()}`);
});

const firstLine = (/** @type {unknown} */ error) => String(error).split('\n')[0];

const backToStart = async () => {
  try {
    await openStart(page);
  } catch (error) {
    note(`no way back to the start: ${firstLine(error)}`);
  }
};

/** What an action could not do is a finding, and the next one begins at the start. */
const fault = async (/** @type {unknown} */ error) => {
  note(`an action failed: ${firstLine(error)}`);
  await backToStart();
  return 'fault';
};
/** What the check in float64 says. @param {import('playwright-core').Page} checked */
const verified = async (checked) => {
  const button = checked.locator('#verify');
  await button.click();
  await checked.waitForFunction(() =>
    /agree/.test(document.getElementById('verify')?.innerText ?? ''),
  );
  return button.innerText();
};
const notCompared = (/** @type {unknown} */ error) => {
  note(`no picture at the end: ${firstLine(error)}`);
  return { different: 1, link: page.url(), again: page.url() };
};

try {
  await watch(page);
  await page.goto(`${server.resolvedUrls?.local[0]}${START}`);
  await settled(page);
  await visitAll(page);
  const driver = { page, random: randomOf(seed) };
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {import('./soak-page.js').Holdings | undefined} */
  let first;
  for (let look = 1; look <= LOOKS; look++) {
    const until = performance.now() + (minutes * 60_000) / LOOKS;
    if (LOSSES.includes(look)) await loseDevice(page);
    while (performance.now() < until) {
      const action = await act(driver).catch(fault);
      counts[action] = (counts[action] ?? 0) + 1;
    }
    if (look === LOOKS) {
      const { different, link, again } = await besideFresh(page).catch(notCompared);
      console.log(`a fresh page differs in ${(100 * different).toFixed(2)}% of the map's pixels`);
      if (different > 0.01) note(`the map is not what ${link} shows in a fresh page`);
      if (link !== again) note(`the link ${link} is read as ${again}`);
    }
    await backToStart();
    const now = await holdings(page);
    first ??= now;
    console.log(`${((minutes * look) / LOOKS).toFixed(1)} min`, JSON.stringify(now));
    const explanation = page.locator('.explanation').filter({ visible: true });
    for (const reason of await explanation.allInnerTexts()) note(`on the processor: ${reason}`);
    if (look === LOOKS) grown(first, now).forEach(note);
  }
  const badge = await verified(page).catch((error) => `not checked: ${firstLine(error)}`);
  console.log(badge);
  if (!/^f64 check: \d+ of \d+ agree$/.test(badge)) note(badge);
  console.log(JSON.stringify(counts));
  console.log(problems.length === 0 ? 'sound' : `${problems.length} problems`);
} finally {
  await browser.close();
  await server.close();
}
process.exit(problems.length === 0 ? 0 : 1);
