import { fromOtherQuery, type Comparison } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { fromQuery, toQuery, type Reading } from '../../experiment/format/url.ts';
import { GUIDE_KEY, presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { lastState } from './last-state.ts';
import type { Store } from './store.ts';

/** Browsers limit how often the address may be written; milliseconds between two writes. */
const INTERVAL = 250;

/** Query keys of the page's own state, which is not part of the experiment. */
const PAGE_PARAMS = ['lang', 'bench', GUIDE_KEY, 'embed', 'zoo', 'with', 'edits'] as const;

/** The page's own query parameters. */
export type PageParams = Partial<Readonly<Record<(typeof PAGE_PARAMS)[number], string>>>;

/** The address bar and the page's entries in the browser's history. */
export interface PageAddress {
  /** Adds a history entry; the back button then restores the present state. */
  pushHistory(): void;
  /** Whether the page has a history entry in this direction. */
  canGo(direction: -1 | 1): boolean;
  go(direction: -1 | 1): void;
  /** Changes parameters of the present entry; an empty text removes a key. */
  setPageParams(params: PageParams): void;
  /** While frozen the address is not written; it is written once when released. */
  freeze(frozen: boolean): void;
}

/** The experiment of the address; without one the last stored, else the first preset. */
export function readAddress(): Reading {
  const query = queryOfExperiment();
  const step = stepOf(new URLSearchParams(location.search));
  if (query.size > 0) return fromQuery(query.toString());
  if (step !== undefined) return fromQuery(presetOfStep(PRESETS, step).query);
  return lastState() ?? fromQuery(PRESETS.find(({ id }) => id === FIRST_PRESET)!.query);
}

/** Whether there is neither a link nor a stored experiment; true until the first write. */
export function isFirstVisit(): boolean {
  return queryOfExperiment().size === 0 && lastState() === undefined;
}

function queryOfExperiment(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  for (const key of PAGE_PARAMS) query.delete(key);
  return query;
}

/** The page's full address with this experiment and these page parameters. */
export function linkTo(experiment: Experiment, params: PageParams = {}): string {
  const url = new URL(location.href);
  const said = Object.entries(params).filter(([, text]) => text !== '');
  const before = new URLSearchParams(said).toString();
  url.search = [before, toQuery(experiment)].filter((part) => part !== '').join('&');
  url.hash = '';
  return url.href;
}

/** The page parameters that a shared link keeps: the comparison, not language or guide. */
export function sharedPageParams(): PageParams {
  const { with: other = '', edits = '' } = pageParams();
  return { with: other, edits };
}

/** The page parameters of the present address. */
export function pageParams(): PageParams {
  const params = [...new URLSearchParams(location.search)].filter(([key]) =>
    (PAGE_PARAMS as readonly string[]).includes(key),
  );
  return Object.fromEntries(params);
}

/** The comparison in the present address; undefined where there is none. */
export function comparisonInAddress(
  present: Experiment,
): Omit<Comparison, 'experiment'> | undefined {
  const { with: query = '', edits, embed } = pageParams();
  if (query === '' || embed !== undefined) return undefined;
  return { other: fromOtherQuery(query, present), edited: edits === 'b' ? 'b' : 'a' };
}

/**
 * Synchronises address and experiment in both directions. Choices replace the present entry of
 * the history; `pushHistory` adds one, to which the back button returns.
 */
export function syncAddress(store: Store, onReading: (reading: Reading) => void): PageAddress {
  /** The index of the history entry; 0 where the page was opened. */
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
