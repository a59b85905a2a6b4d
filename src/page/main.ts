import { linkParameters } from '../experiment/format/link.ts';
import { openLanguage } from './app/language.ts';
import { workOffline } from './app/offline.ts';
import { isFirstVisit, readAddress } from './app/opening-state.ts';
import { lastQuery } from './app/last-state.ts';
import { openPage } from './app/page.ts';
import { gameCompiler } from './shell/game-compiler.ts';

/** Not awaited at the top level: parts that load late import from this file, and would wait for it. */
async function open(): Promise<void> {
  await openLanguage();
  const query = linkParameters(location.search);
  if (query.has('bench')) {
    const { openBench } = await import('./bench/bench-page.ts');
    openBench();
    return;
  }
  const games = gameCompiler(lastQuery);
  await games.ready();
  const page = openPage(readAddress(games.compile), isFirstVisit(games.compile), games);
  if (!query.has('embed')) workOffline();
  addEventListener('pagehide', ({ persisted }) => {
    // A page in the back-forward cache continues; any other one frees workers and device.
    if (!persisted) page.destroy();
  });
}

void open();
