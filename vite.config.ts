import { defineConfig, type Plugin } from 'vite';
import { cachedAssets } from './scripts/vite/cached-assets.js';
import { chineseFonts } from './scripts/vite/chinese-fonts.js';
import { chunks } from './scripts/vite/chunks.js';
import { matrixModules } from './scripts/vite/matrix-modules.js';
import { currentFontsOnly, notices } from './scripts/vite/notices.js';
import { offline } from './scripts/vite/offline.js';
import { palettes } from './scripts/vite/palettes.js';
import { shaders } from './scripts/vite/shaders.js';
import { parsedMessages } from './scripts/vite/messages.js';

/** What the built page may load: its own files, and nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Writes the policy into the built page; the development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'ganfield:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // Relative addresses: the page works from any folder of any host.
  base: './',
  // One page: what is not there is not found, instead of being the page once more.
  appType: 'mpa',
  // What makes a PDF is larger than Vite's 500 kB; it is loaded when one is asked for.
  build: { target: 'es2022', chunkSizeWarningLimit: 600 },
  // Answers that vary with the asking page are kept by no browser for a module's import.
  preview: { cors: false },
  plugins: [
    chunks(),
    palettes(),
    matrixModules(),
    shaders(),
    chineseFonts(),
    parsedMessages(),
    currentFontsOnly(),
    contentSecurityPolicy(),
    offline(),
    cachedAssets(),
    notices(),
  ],
  worker: { format: 'es', plugins: () => [matrixModules()] },
});
