/** The build's part in working offline: emits the service worker with the list of what it keeps. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from '../paths.js';

const WORKER = 'offline.js';

/** What few visits need and is large: fonts for PDFs, and what makes them. */
const ON_DEMAND = /\.ttf$|\/pdf-[^/]*\.js$/;

/** @returns {import('vite').Plugin} */
export function offline() {
  return {
    name: 'ganfield:offline',
    apply: 'build',
    // After Vite has written the page itself.
    enforce: 'post',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: join(ROOT, 'src', 'offline', 'worker.ts'),
        fileName: WORKER,
      });
    },
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      const page = bundle['index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') {
        throw new Error(`missing in the build: ${worker ? 'index.html' : WORKER}`);
      }
      const files = Object.keys(bundle).filter(
        (name) => name !== WORKER && name !== page.fileName && !ON_DEMAND.test(name),
      );
      // Names tell the contents of all but these two.
      const hash = createHash('sha256')
        .update(files.join())
        .update(page.source)
        .update(worker.code);
      const build = { version: hash.digest('hex').slice(0, 16), files };
      worker.code = `const BUILD = ${JSON.stringify(build)};\n${worker.code}`;
    },
  };
}
