/**
 * The build's part in what code loads when: all that the page imports at once is one file, which
 * compresses better than many, and every `import()` goes through src/page/shell/load-chunk.ts.
 */
import { join } from 'node:path';
import { ROOT } from '../paths.js';

/** The module from which Vite's build takes what it calls before an `import()`. */
const HELPER = '\0vite/preload-helper.js';

const LOADER = join(ROOT, 'src', 'page', 'shell', 'load-chunk.ts');

/**
 * The service worker is an entry of its own.
 * @param {string} id of a module
 */
const isOfPage = (id) => !id.startsWith(join(ROOT, 'src', 'offline'));

/** @returns {import('vite').Plugin} */
export function chunks() {
  return {
    name: 'ganfield:chunks',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          // Vite lists nothing where a chunk is a single file.
          resolveDependencies: (file, files, { hostType }) =>
            hostType === 'js' ? [...new Set([file, ...files])] : files,
        },
        rolldownOptions: {
          output: {
            codeSplitting: { groups: [{ name: 'page', tags: ['$initial'], test: isOfPage }] },
          },
        },
      },
    }),
    load(id) {
      if (id !== HELPER) return null;
      return `export { loadChunk as __vitePreload } from ${JSON.stringify(LOADER)};`;
    },
  };
}
