import type { Experiment } from '../experiment/experiment.ts';
import { FIRST_PRESET, PRESETS } from '../experiment/presets.ts';
import { fromQuery, toQuery, type Reading } from '../experiment/url.ts';
import type { Store } from './store.ts';

/** Browsers limit how often an address may be written. */
const INTERVAL = 250;

/** What the page's address asks for; without a query the first preset. */
export function readAddress(): Reading {
  const query = location.search.replace(/^\?/, '');
  if (query !== '') return fromQuery(query);
  return fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query);
}

/** The page's full address with this experiment in it. */
export function linkTo(experiment: Experiment): string {
  const url = new URL(location.href);
  url.search = toQuery(experiment);
  url.hash = '';
  return url.href;
}

/**
 * Keeps address and experiment the same, in both directions. Choices replace the present entry of
 * the history; `landmark` makes a new one, to which the back button returns.
 */
export function followAddress(
  store: Store,
  onReading: (reading: Reading) => void,
): { landmark(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const link = linkTo(store.experiment);
    if (link !== location.href) history.replaceState(null, '', link);
  };
  write();
  store.subscribe(() => {
    timer ??= setTimeout(write, INTERVAL);
  });
  addEventListener('pagehide', write);
  addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    const reading = readAddress();
    store.update(reading.experiment);
    onReading(reading);
  });
  return {
    landmark() {
      write();
      history.pushState(null, '', location.href);
    },
  };
}
