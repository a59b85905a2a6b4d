import { readAddress } from './app/address.ts';
import { openLanguage } from './app/language.ts';
import { openPage } from './app/page.ts';

await openLanguage();
if (new URLSearchParams(location.search).has('bench')) {
  const { openBench } = await import('./bench/bench-page.ts');
  openBench();
} else openPage(readAddress());
