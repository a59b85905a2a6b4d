import { readAddress } from './address.ts';
import { speakLanguage } from './language.ts';
import { openPage } from './page.ts';

await speakLanguage();
if (new URLSearchParams(location.search).has('bench')) {
  const { openBench } = await import('./bench/bench-page.ts');
  openBench();
} else openPage(readAddress());
