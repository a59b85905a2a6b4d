/** Before the page's tests: builds the page if dist/ is older than its sources, and serves it. */
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../scripts/paths.js';
import { isStale } from '../../scripts/build/stale.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, with a slash at its end. */
    pageUrl: string;
  }
}

const SOURCES = ['index.html', 'package-lock.json', 'public', 'shaders', 'src', 'vite.config.ts'];

export default async function serve(project: TestProject) {
  if (isStale('dist/index.html', SOURCES)) {
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
