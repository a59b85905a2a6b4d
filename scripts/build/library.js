/** Builds the library into dist-library/: its modules, and their types beside them. */
import { join } from 'node:path';
import { ROOT } from '../paths.js';
import { isStale } from './stale.js';

const TARGET = 'dist-library';

const ENTRIES = { index: 'src/library/index.ts', gpu: 'src/library/gpu.ts' };

const nothing = () => {};
const quiet = { info: nothing, warn: nothing, error: console.error };

export async function buildLibrary() {
  // Not needed, and slow, where nothing has changed.
  const [{ build }, { build: bundle }, { dts }] = await Promise.all([
    import('vite'),
    import('rolldown'),
    import('rolldown-plugin-dts'),
  ]);
  await build({
    root: ROOT,
    logLevel: 'error',
    configFile: join(ROOT, 'vite.library.config.ts'),
    build: { outDir: TARGET, emptyOutDir: true, lib: { entry: ENTRIES, formats: ['es'] } },
  });
  await bundle({
    cwd: ROOT,
    input: ENTRIES,
    logLevel: 'silent',
    plugins: [dts({ dtsOnly: true, tsconfig: './tsconfig.web.json', logger: quiet })],
    output: { dir: TARGET, entryFileNames: '[name].d.ts', chunkFileNames: '[name]-[hash].d.ts' },
  });
}

/** Whether dist-library/ is missing or older than one of its sources. */
export function isLibraryStale() {
  const sources = ['package.json', 'vite.library.config.ts', 'shaders', 'src', 'scripts'];
  return isStale(join(TARGET, 'index.d.ts'), sources);
}
