import { fromOtherQuery, type Comparison } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { fromQuery, toQuery, type Reading } from '../../experiment/format/url.ts';
import { GUIDE_KEY, presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { lastState } from './last-state.ts';
import type { Store } from './store.ts';

/** Browsers limit how often an address may be written. */
const INTERVAL = 250;

/** Keys of the address that are about the page and no part of the experiment. */
const PAGE_PARAMS = ['lang', 'bench', GUIDE_KEY, 'embed', 'zoo', 'with', 'edits'] as const;

/** What the address says about the page, by these keys. */
export type PageParams = Partial<Readonly<Record<(typeof PAGE_PARAMS)[number], string>>>;

/** The page's own places in the browser's history. */
export interface PageAddress {
  /** Makes a new place for what comes; the way back leads to what is now. */
  pushHistory(): void;
  /** Whether there is one of the page's own places that way. */
  canGo(direction: -1 | 1): boolean;
  go(direction: -1 | 1): void;
  /** Says something else about the page at the present place; an empty text takes a key back. */
  setPageParams(params: PageParams): void;
  /** While held the address stays as it is, whatever changes; then it is written. */
  freeze(frozen: boolean): void;
}

/** What the page's address asks for; without a word about it what was open last, or the first preset. */
export function readAddress(): Reading {
  const query = queryOfExperiment();
  const step = stepOf(new URLSearchParams(location.search));
  if (query.size > 0) return fromQuery(query.toString());
  if (step !== undefined) return fromQuery(presetOfStep(PRESETS, step).query);
  return lastState() ?? fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query);
}

/** Nobody sent a link and nothing was open before; true until the address is written first. */
export function isFirstVisit(): boolean {
  return queryOfExperiment().size === 0 && lastState() === undefined;
}

function queryOfExperiment(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  for (const key of PAGE_PARAMS) query.delete(key);
  return query;
}

/** The page's full address with this experiment in it, and with what is said about the page. */
export function linkTo(experiment: Experiment, params: PageParams = {}): string {
  const url = new URL(location.href);
  const said = Object.entries(params).filter(([, text]) => text !== '');
  const before = new URLSearchParams(said).toString();
  url.search = [before, toQuery(experiment)].filter((part) => part !== '').join('&');
  url.hash = '';
  return url.href;
}

/** What a link to somebody else says about the page: what is compared, and not how one reads it. */
export function sharedPageParams(): PageParams {
  const { with: other = '', edits = '' } = pageParams();
  return { with: other, edits };
}

/** What the present address says about the page. */
export function pageParams(): PageParams {
  const params = [...new URLSearchParams(location.search)].filter(([key]) =>
    (PAGE_PARAMS as readonly string[]).includes(key),
  );
  return Object.fromEntries(params);
}

/** What the present address puts beside the present experiment; undefined where it compares nothing. */
export function comparisonInAddress(
  present: Experiment,
): Omit<Comparison, 'experiment'> | undefined {
  const { with: query = '', edits, embed } = pageParams();
  if (query === '' || embed !== undefined) return undefined;
  return { other: fromOtherQuery(query, present), edited: edits === 'b' ? 'b' : 'a' };
}

/**
 * Keeps address and experiment the same, in both directions. Choices replace the present entry of
 * the history; `landmark` makes a new one, to which the back button returns.
 */
export function syncAddress(store: Store, onReading: (reading: Reading) => void): PageAddress {
  /** Places are counted from the one where the page was opened. */
  let historyIndex = currentHistoryIndex();
  let lastIndex = historyIndex;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (changes: PageParams = {}) => {
    clearTimeout(timer);
    timer = undefined;
    const link = linkTo(store.experiment, { ...pageParams(), ...changes });
    if (link !== location.href) history.replaceState({ place: historyIndex }, '', link);
  };
  write();
  let frozen = false;
  store.subscribe(() => {
    if (!frozen) timer ??= setTimeout(write, INTERVAL);
  });
  addEventListener('pagehide', () => write());
  addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    historyIndex = currentHistoryIndex();
    lastIndex = Math.max(lastIndex, historyIndex);
    const reading = readAddress();
    store.update(reading.experiment);
    onReading(reading);
  });
  return {
    pushHistory() {
      write();
      historyIndex += 1;
      lastIndex = historyIndex;
      history.pushState({ place: historyIndex }, '', location.href);
    },
    canGo: (direction) => (direction < 0 ? historyIndex > 0 : historyIndex < lastIndex),
    go: (direction) => history.go(direction),
    setPageParams: write,
    freeze(next) {
      if (frozen && !next) write();
      frozen = next;
    },
  };
}

function currentHistoryIndex(): number {
  const state = history.state as { place?: unknown } | null;
  return typeof state?.place === 'number' ? state.place : 0;
}
