import { defineConfig } from 'vite';
import { notices } from './scripts/vite/notices.js';
import { shaders } from './scripts/vite/shaders.js';

/**
 * The library (scripts/build/library.js): modules of standard JavaScript with everything inside, shaders
 * too. What draws figures is a chunk of its own, which the first figure loads.
 */
export default defineConfig({
  build: {
    target: 'es2023',
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  publicDir: false,
  plugins: [shaders(), notices()],
});
