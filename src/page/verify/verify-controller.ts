import type { Agreement } from '../../experiment/verification/agreement.ts';
import type { Engine } from '../../experiment/engine.ts';
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { byId, element } from '../ui/dom.ts';
import { errorText } from '../messages/error-text.ts';
import type { Check } from './verify-run.ts';
import { badgeText, verifyBadge } from './verify-badge.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { MapResults } from '../views/map-results.ts';

/** The button that checks a sample of the map in float64, and the badge that it becomes. */
export interface VerifyController {
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly notices: Notices;
  readonly live: LiveViews;
  /** The map's, for the marks. */
  readonly square: HTMLElement;
}

export function openVerifyController(dependencies: Dependencies): VerifyController {
  const { store, notices, live, square } = dependencies;
  const life = lifetimeOf();
  const report = reportPopover();
  const badge = verifyBadge(report);
  byId('show-keys').before(badge.node);
  life.append(document.body, report);
  life.onEnd(() => badge.node.remove());

  let kind: Engine['kind'] | undefined;
  /** What is to be checked when somebody asks. */
  let results: MapResults | undefined;
  let waiting = false;
  let running: AbortController | undefined;
  let agreement: Agreement | undefined;
  let rings: Element | undefined;
  let seed = 0;

  const show = () => badge.show({ kind, agreement, waiting, running: running !== undefined });
  /** Discards the result or the running check, which belong to another map. */
  const reset = () => {
    running?.abort();
    running = agreement = undefined;
    waiting = false;
    rings?.remove();
    rings = undefined;
    report.hidePopover();
    notices.notify('verify', '');
    show();
  };
  const start = async ({ picture }: MapResults) => {
    const { experiment } = store;
    const abort = new AbortController();
    reset();
    running = abort;
    seed += 1;
    const { signal } = abort;
    const progress = (fraction: number) => {
      if (!signal.aborted) badge.showProgress(fraction);
    };
    progress(0);
    try {
      const found = await check({ experiment, picture, seed, signal, progress });
      signal.throwIfAborted();
      running = undefined;
      ({ agreement } = found.result);
      found.fillReport(report, found.result, () => void start({ picture, complete: true }));
      rings = found.ringsOf(found.result);
      square.querySelector('.marks')!.after(rings);
      show();
      notices.announce(badgeText(agreement));
      if (agreement.verdict === 'failed') notices.alert('verify', alertText(agreement));
    } catch (error) {
      if (signal.aborted) return;
      reset();
      notices.notify('verify', t('verify.error', { message: errorText(error) }));
    }
  };
  const setResults = (next: MapResults | undefined) => {
    const wanted = waiting;
    reset();
    results = next;
    if (wanted && next?.complete) void start(next);
    else {
      waiting = wanted;
      show();
    }
  };

  badge.node.addEventListener('click', () => {
    // The browser opens the badge's popover.
    if (kind === 'cpu' || agreement) return;
    if (waiting || running) reset();
    else if (results?.complete) void start(results);
    else {
      waiting = true;
      show();
    }
  });
  life.onEnd(live.results.subscribe(setResults));
  life.onEnd(
    live.viewSet.subscribe((viewSet) => {
      kind = viewSet?.engine.kind ?? kind;
      reset();
    }),
  );
  life.onEnd(
    store.subscribe(({ state, previous }) => {
      if (!isSameMap(state.experiment, previous.experiment)) reset();
    }),
  );
  life.onEnd(reset);
  show();
  return { destroy: life.destroy };
}

/** Loads the code of a check and runs it. @returns what it found, and what shows that */
async function check(job: Check) {
  const [{ runCheck }, { fillReport, ringsOf }] = await Promise.all([
    import('./verify-run.ts'),
    import('./verify-report.ts'),
  ]);
  const { experiment, picture } = job;
  const result = { experiment, picture, agreement: await runCheck(job) };
  return { result, fillReport, ringsOf };
}

function reportPopover(): HTMLElement {
  return element('div', {
    class: 'menu report',
    id: 'check-report',
    popover: '',
    role: 'dialog',
    'aria-label': t('verify.report'),
  });
}

function isSameMap(a: Experiment, b: Experiment): boolean {
  return mapKey(a) === mapKey(b) && textOf(a, 'measure') === textOf(b, 'measure');
}

function alertText({ counts, count }: Agreement): string {
  if (counts.rounding > count / 2)
    return t('verify.alarmShares', { rounding: formatNumber(counts.rounding) });
  return t('verify.alarm', { agreeing: formatNumber(counts.agrees), count: formatNumber(count) });
}
