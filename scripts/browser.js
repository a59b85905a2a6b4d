/** `npm run browser`: makes a Chromium for the tests available. */
import { provideChromium } from './chromium.js';

try {
  await provideChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
