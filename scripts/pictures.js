/**
 * `npm run pictures`: makes the README's pictures with the present code: the page in a headless
 * Chromium, the figures by the command line. Takes minutes on a software adapter. With names it makes
 * those alone: `npm run pictures -- page-light parameters-altgd`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { launchOptions } from './chromium.js';
import { ROOT } from './paths.js';

const FOLDER = join(ROOT, 'docs', 'pictures');

/** How far the flow has got when it is taken: its lives are still those it set out with. */
const FLOW_TIME = 9;

/** The preset that a page without a link has behind its introduction. */
const TWO_BASINS =
  '?model=wgan-gp&lambda=0.25&c=1&time=40&measure=turns&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4';

const PAGES = [
  { name: 'page-dark', width: 1440, height: 900, scheme: 'dark', query: TWO_BASINS },
  {
    name: 'page-light',
    width: 1440,
    height: 900,
    scheme: 'light',
    query:
      '?model=ns-gan&time=60&measure=distance&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4&resolution=256',
  },
  {
    name: 'page-parameters',
    width: 1440,
    height: 900,
    scheme: 'light',
    query: '?model=ns-gan&l2=0.5&x=l2:0:2&y=rateG:0.1:4:log&time=60&measure=rate&resolution=256',
  },
  { name: 'page-phone', width: 390, height: 844, scheme: 'dark', query: TWO_BASINS, mobile: true },
];

/** Figures of `ganfield figures` that the README shows. */
const FIGURES = [
  'article-ns-gan',
  'article-wgan-gp-1',
  'article-gan-qp-l2',
  'all-models-amplitude',
];

/** Islands and chaos under alternating steps, as the presets show them. */
const ISLANDS =
  'map --model saturating-gan --method altgd --step 2 --time 2000 --x theta1=-2.4:2.4 --y phi1=-2.4:2.4 --hold phi2=0,theta2=0 --size 512';

/** Which starts reach the equilibrium of a game that has two cycles around it. */
const FORSAKEN =
  'map --game forsaken --x theta1=-1.6:1.6 --y phi1=-1.6:1.6 --step 0.1 --time 200 --measure basin --size 192';

/** Momentum on the bilinear game. */
const MOMENTUM =
  'map --model f-gan --set divergence=reverse-kl --method momentum --x beta=-0.9:0.9 --y step=0.05:2.5 --init 0.5,0.3,0,0 --time 60 --measure rate --size 384';

/** Maps by the command line: islands and chaos, planes of parameters as the presets have them, and a game. */
const MAPS = [
  { name: 'altgd-amplitude', flags: `${ISLANDS} --measure amplitude` },
  { name: 'altgd-lyapunov', flags: `${ISLANDS} --measure lyapunov` },
  ...['rk4', 'altgd', 'extragradient'].map((method) => ({
    name: `forsaken-${method}`,
    flags: `${FORSAKEN} --method ${method}`,
  })),
  {
    name: 'parameters-wgan-gp',
    flags:
      'map --model wgan-gp --x lambda=0.02:2:log --y c=0:1.5 --time 60 --measure amplitude --size 384',
  },
  {
    name: 'parameters-altgd',
    flags:
      'map --model ns-gan --method altgd --x step=0.05:4:log --y l2=0:2 --time 100 --measure outcome --size 384',
  },
  {
    name: 'parameters-momentum',
    flags: `${MOMENTUM} --set alternating=true`,
  },
  { name: 'parameters-momentum-simultaneous', flags: MOMENTUM },
  {
    name: 'parameters-r3gan-starts',
    flags:
      'map --model ns-gan --method simgd --x l2=0:2 --y step=0.1:4:log --starts 16 --box phi1=-2:2,phi2=-2:2,theta1=-2:2,theta2=-2:2 --time 100 --measure share.converged --size 256',
  },
  {
    name: 'parameters-adam',
    flags:
      'map --model ns-gan --method adam --x step=0.003:0.3:log --y beta1G=0:0.9 --init 0.5,0.3,0,0.2 --time 40 --measure amplitude --size 256',
  },
];

/** The names that are asked for: all without any. */
const names = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => names.length === 0 || names.includes(name);

const GANFIELD = join(ROOT, 'bin', 'ganfield.js');

mkdirSync(FOLDER, { recursive: true });
await build({ root: ROOT, logLevel: 'warn' });
const server = await preview({ root: ROOT, logLevel: 'error', preview: { port: 0, open: false } });
const browser = await chromium.launch(await launchOptions());
try {
  for (const { name, width, height, scheme, query, mobile = false } of PAGES) {
    if (!isWanted(name)) continue;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      deviceScaleFactor: mobile ? 2 : 1,
      isMobile: mobile,
      hasTouch: mobile,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(900_000);
    await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
    await page.waitForFunction(() => document.querySelector('.progress.done') !== null);
    // A map may take longer than that: the flow sets out again.
    await page.keyboard.press('r');
    for (const isPast of [false, true]) {
      await page.waitForFunction(
        ([time, past]) => {
          const text = document.querySelector('#flow')?.textContent ?? '';
          return Number(/t = ([\d.]+)/.exec(text)?.[1]) > time === past;
        },
        /** @type {const} */ ([FLOW_TIME, isPast]),
      );
    }
    // Standing still, so that the picture has the processor for itself.
    await page.keyboard.press('Space');
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await context.close();
    console.log(name);
  }
} finally {
  await browser.close();
  await server.close();
}

for (const { name, flags } of MAPS) {
  if (!isWanted(name)) continue;
  const map = [...flags.split(' '), '--out', join(FOLDER, `${name}.png`)];
  const { status } = spawnSync(process.execPath, [GANFIELD, ...map], { cwd: ROOT });
  if (status !== 0) throw new Error(`the map ${name} failed with status ${status}`);
  console.log(name);
}

if (!FIGURES.some(isWanted)) process.exit(0);
const figures = mkdtempSync(join(tmpdir(), 'ganfield-figures-'));
try {
  const command = [GANFIELD, 'figures', '--out', figures];
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the figures failed with status ${status}`);
  for (const name of FIGURES.filter(isWanted))
    cpSync(join(figures, `${name}.png`), join(FOLDER, `${name}.png`));
} finally {
  rmSync(figures, { recursive: true, force: true });
}
process.exit(0);
