/** Before the page's tests: builds the page if dist/ is older than its sources, and serves it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../scripts/paths.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, with a slash at its end. */
    pageUrl: string;
  }
}

const SOURCES = ['index.html', 'package-lock.json', 'public', 'shaders', 'src', 'vite.config.ts'];

/** When a file, or the newest file in a folder, was changed; 0 where there is none. */
function changed(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  const own = stats.mtimeMs;
  if (!stats.isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((entry) => changed(join(path, entry))));
}

export default async function serve(project: TestProject) {
  const built = changed(join(ROOT, 'dist', 'index.html'));
  if (SOURCES.some((source) => changed(join(ROOT, source)) > built)) {
    await build({ root: ROOT, logLevel: 'warn' });
  }
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the built page is not served: the preview server names no address');
  project.provide('pageUrl', url);
  return () => server.close();
}
