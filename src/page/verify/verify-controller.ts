import type { Agreement } from '../../experiment/verification/agreement.ts';
import type { Engine } from '../../experiment/engine.ts';
import { textOf, type Experiment } from '../../experiment/experiment.ts';
import { mapKey } from '../../experiment/keys.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { byId, element, setText } from '../ui/dom.ts';
import type { Notices } from '../app/notices.ts';
import type { Store } from '../app/store.ts';
import type { MapPicture } from '../../figure/views.ts';
import { words } from '../messages/words.ts';

/** The button that checks a sample of the map in float64, and the badge that it becomes. */
export interface VerifyController {
  setEngine(kind: Engine['kind']): void;
  /** The numbers that the map shows; undefined while it has none. `whole`: there will be no finer ones. */
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
    'aria-label': words().verify.report,
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
    const { verify } = words();
    if (kind === 'cpu') setBadge(verify.own, '');
    else if (agreement) {
      setBadge(badgeText(agreement), verify.verdicts[agreement.verdict], agreement.verdict);
    } else if (waiting) setBadge(verify.waiting, verify.cancel);
    else if (!running) setBadge(verify.name, verify.hint);
  };
  /** What was found, or is being looked for, is of another map. */
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
    const { verify } = words();
    const { experiment } = store;
    const present = picture!;
    const abort = new AbortController();
    reset();
    running = abort;
    seed += 1;
    const progress = (share: number) => {
      if (!abort.signal.aborted) setBadge(verify.running(Math.floor(100 * share)), verify.cancel);
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
        verify.error(error instanceof Error ? error.message : String(error)),
      );
    }
  };

  badge.addEventListener('click', () => {
    // The badge opens its report by itself.
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
  const { verify } = words();
  const [agreeing, all] = [counts.agrees, count].map(formatNumber) as [string, string];
  if (verdict === 'shares') return verify.shares(agreeing, all);
  return verdict === 'failed' ? verify.failed(agreeing, all) : verify.agrees(agreeing, all);
}

function alertText({ counts, count }: Agreement): string {
  const { verify } = words();
  if (counts.rounding > count / 2) return verify.alarmShares(formatNumber(counts.rounding));
  return verify.alarm(formatNumber(counts.agrees), formatNumber(count));
}
