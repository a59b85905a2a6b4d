import { fromOwnQuery, type Comparison } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { FIRST_PRESET, PRESETS } from '../../experiment/presets.ts';
import { fromQuery, toQuery, type Reading } from '../../experiment/format/url.ts';
import { GUIDE_KEY, presetOfStep, stepOf } from '../guide/guide-steps.ts';
import { lastState } from './last-state.ts';
import type { Store } from './store.ts';

/** Browsers limit how often an address may be written. */
const INTERVAL = 250;

/** Keys of the address that are about the page and no part of the experiment. */
const OWN = ['lang', 'bench', GUIDE_KEY, 'embed', 'zoo', 'with', 'edits'] as const;

/** What the address says about the page, by these keys. */
export type OwnKeys = Partial<Readonly<Record<(typeof OWN)[number], string>>>;

/** The page's own places in the browser's history. */
export interface Landmarks {
  /** Makes a new place for what comes; the way back leads to what is now. */
  landmark(): void;
  /** Whether there is one of the page's own places that way. */
  canGo(way: -1 | 1): boolean;
  go(way: -1 | 1): void;
  /** Says something else about the page at the present place; an empty text takes a key back. */
  say(own: OwnKeys): void;
  /** While held the address stays as it is, whatever changes; then it is written. */
  hold(held: boolean): void;
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
  for (const key of OWN) query.delete(key);
  return query;
}

/** The page's full address with this experiment in it, and with what is said about the page. */
export function linkTo(experiment: Experiment, own: OwnKeys = {}): string {
  const url = new URL(location.href);
  const said = Object.entries(own).filter(([, text]) => text !== '');
  const before = new URLSearchParams(said).toString();
  url.search = [before, toQuery(experiment)].filter((part) => part !== '').join('&');
  url.hash = '';
  return url.href;
}

/** What a link to somebody else says about the page: what is compared, and not how one reads it. */
export function sharedKeys(): OwnKeys {
  const { with: other = '', edits = '' } = ownKeys();
  return { with: other, edits };
}

/** What the present address says about the page. */
export function ownKeys(): OwnKeys {
  const own = [...new URLSearchParams(location.search)].filter(([key]) =>
    (OWN as readonly string[]).includes(key),
  );
  return Object.fromEntries(own);
}

/** What the present address puts beside the present experiment; undefined where it compares nothing. */
export function comparedIn(present: Experiment): Omit<Comparison, 'experiment'> | undefined {
  const { with: query = '', edits, embed } = ownKeys();
  if (query === '' || embed !== undefined) return undefined;
  return { other: fromOwnQuery(query, present), edited: edits === 'b' ? 'b' : 'a' };
}

/**
 * Keeps address and experiment the same, in both directions. Choices replace the present entry of
 * the history; `landmark` makes a new one, to which the back button returns.
 */
export function followAddress(store: Store, onReading: (reading: Reading) => void): Landmarks {
  /** Places are counted from the one where the page was opened. */
  let place = placeNow();
  let newest = place;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (changes: OwnKeys = {}) => {
    clearTimeout(timer);
    timer = undefined;
    const link = linkTo(store.experiment, { ...ownKeys(), ...changes });
    if (link !== location.href) history.replaceState({ place }, '', link);
  };
  write();
  let held = false;
  store.subscribe(() => {
    if (!held) timer ??= setTimeout(write, INTERVAL);
  });
  addEventListener('pagehide', () => write());
  addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    place = placeNow();
    newest = Math.max(newest, place);
    const reading = readAddress();
    store.update(reading.experiment);
    onReading(reading);
  });
  return {
    landmark() {
      write();
      place += 1;
      newest = place;
      history.pushState({ place }, '', location.href);
    },
    canGo: (way) => (way < 0 ? place > 0 : place < newest),
    go: (way) => history.go(way),
    say: write,
    hold(next) {
      if (held && !next) write();
      held = next;
    },
  };
}

function placeNow(): number {
  const state = history.state as { place?: unknown } | null;
  return typeof state?.place === 'number' ? state.place : 0;
}
