import type { Agreement } from '../../experiment/verification/agreement.ts';
import type { Engine } from '../../experiment/engine.ts';
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { byId, element, setText } from '../ui/dom.ts';
import type { Notices } from '../app/notices.ts';
import type { Store } from '../app/store.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/messages.ts';

/** The button that checks a sample of the map in float64, and the badge that it becomes. */
export interface VerifyController {
  setEngine(kind: Engine['kind']): void;
  /** The results that the map shows; undefined while there are none. `complete`: the finest level. */
  setPicture(picture: MapPicture | undefined, complete: boolean): void;
}

/** @param square the map's, for the marks */
export function createVerifyController(
  store: Store,
  notices: Notices,
  square: HTMLElement,
): VerifyController {
  const badge = element('button', { type: 'button', class: 'quiet', id: 'verify' });
  byId('show-keys').before(badge);
  const report = element('div', {
    class: 'menu report',
    id: 'check-report',
    popover: '',
    role: 'dialog',
    'aria-label': t('verify.report'),
  });
  document.body.append(report);

  let kind: Engine['kind'] | undefined;
  let picture: MapPicture | undefined;
  let complete = false;
  let waiting = false;
  let running: AbortController | undefined;
  let agreement: Agreement | undefined;
  let rings: Element | undefined;
  let seed = 0;

  const setBadge = (text: string, hint: string, state = '') => {
    setText(badge, text);
    badge.title = hint;
    badge.className = `quiet ${state}`.trim();
    badge.hidden = kind === undefined;
    badge.toggleAttribute('popovertarget', false);
    if (agreement) badge.setAttribute('popovertarget', report.id);
    badge.setAttribute('aria-disabled', String(kind === 'cpu'));
  };
  const show = () => {
    if (kind === 'cpu') setBadge(t('verify.own'), '');
    else if (agreement) {
      setBadge(badgeText(agreement), t(`verify.verdicts.${agreement.verdict}`), agreement.verdict);
    } else if (waiting) setBadge(t('verify.waiting'), t('verify.cancel'));
    else if (!running) setBadge(t('verify.name'), t('verify.hint'));
  };
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

  const start = async () => {
    const { experiment } = store;
    const present = picture!;
    const abort = new AbortController();
    reset();
    running = abort;
    seed += 1;
    const progress = (fraction: number) => {
      if (!abort.signal.aborted)
        setBadge(t('verify.running', { percent: Math.floor(100 * fraction) }), t('verify.cancel'));
    };
    progress(0);
    try {
      const [{ runCheck }, { fillReport, ringsOf }] = await Promise.all([
        import('./verify-run.ts'),
        import('./verify-report.ts'),
      ]);
      const check = { experiment, picture: present, seed, signal: abort.signal, progress };
      const result = await runCheck(check);
      abort.signal.throwIfAborted();
      running = undefined;
      agreement = result;
      const found = { experiment, picture: present, agreement };
      fillReport(report, found, () => void start());
      rings = ringsOf(found);
      square.querySelector('.marks')!.after(rings);
      show();
      notices.announce(badgeText(agreement));
      if (agreement.verdict === 'failed') notices.alert('verify', alertText(agreement));
    } catch (error) {
      if (abort.signal.aborted) return;
      reset();
      notices.notify(
        'verify',
        t('verify.error', { message: error instanceof Error ? error.message : String(error) }),
      );
    }
  };

  badge.addEventListener('click', () => {
    // The browser opens the badge's popover.
    if (kind === 'cpu' || agreement) return;
    if (waiting || running) reset();
    else if (picture && complete) void start();
    else {
      waiting = true;
      show();
    }
  });
  store.subscribe((experiment, previous) => {
    if (isSameMap(experiment, previous)) return;
    if (mapKey(experiment) !== mapKey(previous)) picture = undefined;
    reset();
  });
  show();

  return {
    setEngine(next) {
      kind = next;
      picture = undefined;
      reset();
    },
    setPicture(next, isComplete) {
      if (next === picture && isComplete === complete) return;
      const wanted = waiting;
      reset();
      picture = next;
      complete = isComplete;
      waiting = wanted && !(picture && complete);
      if (wanted && !waiting) void start();
      else show();
    },
  };
}

function isSameMap(a: Experiment, b: Experiment): boolean {
  return mapKey(a) === mapKey(b) && textOf(a, 'measure') === textOf(b, 'measure');
}

function badgeText({ verdict, counts, count }: Agreement): string {
  const [agreeing, all] = [counts.agrees, count].map(formatNumber) as [string, string];
  if (verdict === 'shares') return t('verify.shares', { agreeing, count: all });
  return verdict === 'failed'
    ? t('verify.failed', { agreeing, count: all })
    : t('verify.agrees', { agreeing, count: all });
}

function alertText({ counts, count }: Agreement): string {
  if (counts.rounding > count / 2)
    return t('verify.alarmShares', { rounding: formatNumber(counts.rounding) });
  return t('verify.alarm', { agreeing: formatNumber(counts.agrees), count: formatNumber(count) });
}
