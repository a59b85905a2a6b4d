import { defineConfig } from 'vite';

/** The command line as one file for Node: shaders inlined, npm packages left where they are. */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'ganfield.js', codeSplitting: false } },
  },
  publicDir: false,
  ssr: { external: true },
});
