import { defineConfig } from 'vite';

/**
 * The command line for Node: shaders inlined, npm packages left where they are. Chunks lie beside
 * the entry, in the folder of one build (scripts/build/command-line.js), and load when they are needed.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20',
    rolldownOptions: {
      input: { ganfield: 'src/cli/main.ts', 'cpu-worker': 'src/cli/cpu-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  publicDir: false,
  ssr: { external: true },
});
