/**
 * `npm run agreement [-- MODEL…]`: gives 10,000 random starts of every model, or of these, by every
 * method to both engines, and tells how many labels agree. Takes many minutes on a software adapter.
 */
import { createServer } from 'vite';
import { ROOT } from './paths.js';

const [COUNT, TIME] = [10_000, 40];

// The engines are TypeScript with shaders: Vite reads both.
const server = await createServer({
  root: ROOT,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { scan } = await server.ssrLoadModule('/test/support/agreement-scan.ts');
console.log(`| model | method | agree | contrary | far from a boundary | undecided |`);
console.log('|---|---|---|---|---|---|');
await scan(process.argv.slice(2), {
  count: COUNT,
  time: TIME,
  /** @param {import('../test/support/agreement-scan.ts').Row} row */
  told: ({ name, cells }) => {
    for (const { method, count, different, contrary, inside, undecided } of cells) {
      const share = (/** @type {number} */ part) => `${((100 * part) / count).toFixed(2)}%`;
      const agree = share(count - different);
      console.log(
        `| ${name} | ${method} | ${agree} | ${contrary} | ${inside} | ${share(undecided)} |`,
      );
    }
  },
});
await server.close();
process.exit(0);
