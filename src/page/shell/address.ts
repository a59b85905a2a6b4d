import { fromOtherQuery, toOtherQuery } from '../../experiment/comparison.ts';
import {
  isSameComparison,
  stateOf,
  type Compared,
  type PageState,
} from '../../experiment/editing/page-state.ts';
import { linkParameters } from '../../experiment/format/link.ts';
import type { GameCompiler } from '../../experiment/format/read-game.ts';
import { toQuery, type Reading } from '../../experiment/format/url.ts';
import { EXPECTED, invalid, oneLine } from '../../experiment/refusal.ts';
import { fill, type Message } from '../../models/message.ts';
import { LANGUAGES } from '../messages/locales.ts';
import { t, translate } from '../messages/messages.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { signalOf, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { historyEntries } from './history-entries.ts';
import { notifyFailure } from './lazy-part.ts';
import type { Notices } from './notices.ts';

/** Browsers limit how often the address may be written; milliseconds between two writes. */
const INTERVAL = 250;

/** Keys of the address that are about the page and no part of what it stores. */
const PAGE_PARAMS = ['lang', 'bench', 'guide', 'intro', 'embed', 'zoo'] as const;

/** Keys of the comparison: the other experiment, and whether B is edited. */
const COMPARISON_PARAMS = ['with', 'edits'] as const;

/** The page's own query parameters. */
export type PageParams = Partial<Readonly<Record<(typeof PAGE_PARAMS)[number], string>>>;

/** A state as an address has it, and a refusal for everything in it that could not be taken. */
export interface PageReading {
  readonly state: PageState;
  readonly ignored: readonly Message[];
}

/** The address bar and the page's entries in the browser's history. */
export interface PageAddress {
  /** Adds a history entry; the back button then restores the present state. */
  pushHistory(): void;
  /** Whether the page has a history entry in this direction. */
  canGo(direction: -1 | 1): boolean;
  go(direction: -1 | 1): void;
  /** What the address says about the page; another object whenever that changes. */
  readonly params: ReadonlySignal<PageParams>;
  /** Says something else about the page at the present place; an empty text removes a key. */
  setPageParams(params: PageParams): void;
  /** While frozen the address stays as it is, whatever changes; then it is written. */
  freeze(frozen: boolean): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly notices: Notices;
  /** What the address asked for when the page was opened. */
  readonly reading: PageReading;
  /** What the present address asks for; later, where code has to be loaded for it. */
  read(): PageReading | Promise<PageReading>;
}

/**
 * Keeps address and state the same, in both directions. Choices replace the present entry of the
 * history; `pushHistory` makes a new one, to which the back button returns. For scripts that drive
 * the page the root element has `data-address`: `pending` while the address is behind, else `current`.
 */
export function syncAddress({ store, notices, reading, read }: Dependencies): PageAddress {
  const life = lifetimeOf();
  const params = signalOf(pageParams());
  const entries = historyEntries();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frozen = false;
  /** An address with parts that could not be read stays as it is until somebody acts. */
  let hasUnreadParts = reading.ignored.length > 0;
  let restoring = false;

  const { dataset } = document.documentElement;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    dataset['address'] = 'current';
    if (hasUnreadParts) return;
    const link = linkTo(store.state, params.value);
    if (link !== location.href) entries.replace(link);
  };
  const setParams = (next: PageParams) => {
    if (!isSameParams(next, params.value)) params.set(next);
  };

  write();
  reportIgnored(reading, notices);
  life.onEnd(
    store.subscribe(({ state, previous }) => {
      if (restoring) return;
      hasUnreadParts = false;
      if (!isSameComparison(state.comparison, previous.comparison)) write();
      else {
        dataset['address'] = 'pending';
        if (!frozen) timer ??= setTimeout(write, INTERVAL);
      }
    }),
  );
  life.onEnd(() => {
    if (timer !== undefined) write();
    delete dataset['address'];
  });
  const restore = (next: PageReading) => {
    const nextParams = pageParams();
    hasUnreadParts = next.ignored.length > 0;
    restoring = true;
    store.set(next.state);
    restoring = false;
    setParams(nextParams);
    write();
    reportIgnored(next, notices);
  };
  addEventListener('pagehide', write, { signal: life.signal });
  addEventListener(
    'popstate',
    () => {
      entries.follow();
      const next = read();
      if (!(next instanceof Promise)) restore(next);
      else next.then(restore, (error: unknown) => notifyFailure(notices, error));
    },
    { signal: life.signal },
  );

  return {
    pushHistory() {
      write();
      entries.push();
      hasUnreadParts = false;
    },
    canGo: entries.canGo,
    go: entries.go,
    params,
    setPageParams(changes) {
      setParams(withoutEmpty({ ...params.value, ...changes }));
      hasUnreadParts = false;
      write();
    },
    freeze(next) {
      if (frozen && !next) write();
      frozen = next;
    },
    destroy: life.destroy,
  };
}

function reportIgnored({ ignored }: PageReading, notices: Notices): void {
  const line = t('notices.ignored', { count: ignored.length });
  notices.notifyDetails('link', line, ignored.map(translate));
}

/** The page's full address with this state in it, and with what is said about the page. */
export function linkTo({ experiment, comparison }: PageState, params: PageParams = {}): string {
  const url = new URL(location.href);
  const compared = comparison && {
    with: toOtherQuery(comparison.other),
    edits: comparison.edited === 'b' ? 'b' : '',
  };
  const before = new URLSearchParams(withoutEmpty({ ...params, ...compared })).toString();
  url.search = [before, toQuery(experiment)].filter((part) => part !== '').join('&');
  url.hash = '';
  return url.href;
}

/** The page parameters of the present address. */
export function pageParams(): PageParams {
  const params = [...linkParameters(location.search)].filter(([key]) =>
    (PAGE_PARAMS as readonly string[]).includes(key),
  );
  return Object.fromEntries(params);
}

/** The part of the present address that describes an experiment. */
export function experimentQuery(): URLSearchParams {
  const query = linkParameters(location.search);
  for (const key of [...PAGE_PARAMS, ...COMPARISON_PARAMS]) query.delete(key);
  return query;
}

/** The experiment of an address with what the address compares it with; an embedded page compares nothing. */
export function withComparisonInAddress(
  { experiment, ignored }: Reading,
  compile?: GameCompiler,
): PageReading {
  const query = linkParameters(location.search);
  const text = query.get('with') ?? '';
  const refused = [...ignored, ...invalidParams(query)];
  if (text === '' || query.has('embed'))
    return { state: stateOf({ experiment }), ignored: refused };
  const other = fromOtherQuery(text, experiment, compile);
  const edited: Compared['edited'] = query.get('edits') === 'b' ? 'b' : 'a';
  return {
    state: { experiment, comparison: { other: other.experiment, edited } },
    ignored: [...refused, ...other.ignored],
  };
}

/** What a key may say, where that is one of a few words. */
const PARAM_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  lang: LANGUAGES,
  embed: ['both', 'map', 'flow'],
  edits: ['a', 'b'],
};

function invalidParams(query: URLSearchParams): readonly Message[] {
  return Object.entries(PARAM_OPTIONS).flatMap(([key, options]) => {
    const text = query.get(key);
    // An empty text of `embed` is its first option.
    if (text === null || options.includes(text) || (key === 'embed' && text === '')) return [];
    const expected = fill(EXPECTED.oneOf, { options: options.join(', ') });
    return [invalid({ what: key, got: oneLine(text), expected }).refusal];
  });
}

function isSameParams(a: PageParams, b: PageParams): boolean {
  return PAGE_PARAMS.every((key) => a[key] === b[key]);
}

function withoutEmpty(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, text]) => text !== ''));
}
