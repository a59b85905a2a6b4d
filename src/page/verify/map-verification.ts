import type { Agreement } from '../../experiment/verification/agreement.ts';
import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import type { Engine } from '../../experiment/engine.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import type { Store } from '../state/store.ts';
import type { MapResults } from '../views/map-results.ts';
import { badgeText, type VerifyBadge } from './verify-badge.ts';
import type { Check } from './verify-run.ts';

interface Dependencies {
  readonly store: Store;
  readonly notices: Notices;
  /** The map's, for the marks. */
  readonly square: HTMLElement;
  readonly badge: VerifyBadge;
  /** The popover that is filled with what a check finds. */
  readonly report: HTMLElement;
}

/** The check of the map on the page: awaited, running or done, and shown in badge, report and rings. */
export class MapVerification {
  private kind: Engine['kind'] | undefined;
  /** What is to be checked when somebody asks. */
  private results: MapResults | undefined;
  private waiting = false;
  private running: AbortController | undefined;
  private agreement: Agreement | undefined;
  private rings: Element | undefined;
  private seed = 0;

  constructor(private readonly dependencies: Dependencies) {}

  /** Undefined keeps the kind that was there. */
  setEngine(kind: Engine['kind'] | undefined): void {
    this.kind = kind ?? this.kind;
    this.reset();
  }

  /** Begins the check that waits for a complete map. */
  setResults(next: MapResults | undefined): void {
    const wanted = this.waiting;
    this.reset();
    this.results = next;
    if (wanted && next?.complete) void this.start(next);
    else {
      this.waiting = wanted;
      this.show();
    }
  }

  /** Begins a check, or cancels the one that waits or runs. */
  toggle(): void {
    const { kind, agreement, waiting, running, results } = this;
    // The browser opens the badge's popover.
    if (kind === 'cpu' || agreement) return;
    if (waiting || running) this.reset();
    else if (results?.complete) void this.start(results);
    else {
      this.waiting = true;
      this.show();
    }
  }

  /** Discards the result or the running check, which belong to another map. */
  reset(): void {
    const { report, notices } = this.dependencies;
    this.running?.abort();
    this.running = this.agreement = undefined;
    this.waiting = false;
    this.rings?.remove();
    this.rings = undefined;
    report.hidePopover();
    notices.notify('verify', '');
    this.show();
  }

  show(): void {
    const { agreement, waiting, running } = this;
    // What is checked is a start; an ensemble's rows are made of many.
    const kind = mapEnsemble(this.dependencies.store.experiment) ? undefined : this.kind;
    this.dependencies.badge.show({ kind, agreement, waiting, running: running !== undefined });
  }

  private async start({ picture }: MapResults): Promise<void> {
    const { store, badge, notices } = this.dependencies;
    const { experiment } = store;
    const abort = new AbortController();
    this.reset();
    this.running = abort;
    this.seed += 1;
    const { seed } = this;
    const { signal } = abort;
    const progress = (fraction: number) => {
      if (!signal.aborted) badge.showProgress(fraction);
    };
    progress(0);
    try {
      const found = await check({ experiment, picture, seed, signal, progress });
      signal.throwIfAborted();
      this.running = undefined;
      this.showFound(found);
    } catch (error) {
      if (signal.aborted) return;
      this.reset();
      notices.notify('verify', t('verify.error', { message: errorText(error) }));
    }
  }

  private showFound({ result, fillReport, ringsOf, alertText }: Found): void {
    const { report, square, notices } = this.dependencies;
    const { agreement, picture } = result;
    this.agreement = agreement;
    fillReport(report, result, () => void this.start({ picture, complete: true }));
    this.rings = ringsOf(result);
    square.querySelector('.marks')!.after(this.rings);
    this.show();
    notices.announce(badgeText(agreement));
    if (['failed', 'contradicted'].includes(agreement.verdict))
      notices.alert('verify', alertText(agreement));
  }
}

type Found = Awaited<ReturnType<typeof check>>;

/** Loads the code of a check and runs it. @returns what it found, and what shows that */
async function check(job: Check) {
  const [{ runCheck }, shows] = await Promise.all([
    import('./verify-run.ts'),
    import('./verify-report.ts'),
  ]);
  const { experiment, picture } = job;
  const result = { experiment, picture, agreement: await runCheck(job) };
  return { result, ...shows };
}
