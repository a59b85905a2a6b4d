/** The built page in a headless Chromium, with WebGPU on SwiftShader where there is no GPU. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import { listen } from '../../scripts/problems.js';

let browser: Promise<Browser> | undefined;

/** The browser that all tests of a process share; it ends with the process. */
export function launchBrowser(): Promise<Browser> {
  browser ??= launchOptions().then((options) => chromium.launch(options));
  return browser;
}

export interface PageOptions {
  /** CSS pixels. Default: 1280 x 800. */
  readonly width?: number;
  readonly height?: number;
  /** Default: 1. */
  readonly deviceScaleFactor?: number;
  /** Default: light. */
  readonly colorScheme?: 'light' | 'dark';
  /** Default: reduce. The flow stands and leaves a software adapter to what is tested. */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Touch screen and mobile viewport. Default: false. */
  readonly mobile?: boolean;
  /** File, query and fragment below the page's address, such as `?model=wgan`. */
  readonly path?: string;
  /** False: a browser without WebGPU. Default: true. */
  readonly webgpu?: boolean;
  /** True: the page may keep itself for a visit without a network. Default: false. */
  readonly offline?: boolean;
  /** True: the introduction opens where there is no link. Default: false. */
  readonly firstVisit?: boolean;
  /** Called before anything is loaded, for routes and init scripts. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors and failed requests so far: empty for a sound page. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens the built page in a context of its own, and waits until it has loaded. */
export async function openPage(options: PageOptions = {}): Promise<OpenPage> {
  const { width = 1280, height = 800, mobile = false, path = '', webgpu = true } = options;
  const context = await (
    await launchBrowser()
  ).newContext({
    viewport: { width, height },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    hasTouch: mobile,
    isMobile: mobile,
    serviceWorkers: options.offline ? 'allow' : 'block',
  });
  // On a busy machine a page may take long.
  context.setDefaultTimeout(120_000);
  const problems: string[] = [];
  listen(context, (problem) => problems.push(problem));
  const page = await context.newPage();
  if (!webgpu) await page.addInitScript('delete Navigator.prototype.gpu');
  if (!options.firstVisit) {
    await page.addInitScript('try { localStorage.setItem("ganfield:guide", "seen") } catch {}');
  }
  await options.prepare?.(page);
  await page.goto(new URL(path, inject('pageUrl')).href, { waitUntil: 'load' });
  return { page, context, problems, close: () => context.close() };
}
