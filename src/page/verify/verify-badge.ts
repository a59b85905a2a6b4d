import type { Engine } from '../../experiment/engine.ts';
import type { Agreement } from '../../experiment/verification/agreement.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/messages.ts';
import { element, setText } from '../ui/dom.ts';

interface BadgeState {
  readonly kind: Engine['kind'] | undefined;
  readonly agreement: Agreement | undefined;
  /** A check begins as soon as the map is complete. */
  readonly waiting: boolean;
  readonly running: boolean;
}

/** The button that begins a check, and shows what it found. */
export interface VerifyBadge {
  readonly node: HTMLElement;
  show(state: BadgeState): void;
  showProgress(fraction: number): void;
}

/** @param report the popover that the badge opens where there is a result */
export function verifyBadge(report: HTMLElement): VerifyBadge {
  const node = element('button', { type: 'button', class: 'quiet', id: 'verify' });
  const label = (text: string, hint: string, state = '') => {
    setText(node, text);
    node.title = hint;
    node.className = `quiet ${state}`.trim();
  };
  return {
    node,
    show({ kind, agreement, waiting, running }) {
      node.hidden = kind === undefined;
      node.setAttribute('aria-disabled', String(kind === 'cpu'));
      node.toggleAttribute('popovertarget', false);
      if (agreement) node.setAttribute('popovertarget', report.id);
      if (kind === 'cpu') label(t('verify.own'), '');
      else if (agreement) {
        const { verdict } = agreement;
        label(badgeText(agreement), t(`verify.verdicts.${verdict}`), verdict);
      } else if (waiting) label(t('verify.waiting'), t('verify.cancel'));
      else if (!running) label(t('verify.name'), t('verify.hint'));
    },
    showProgress(fraction) {
      const percent = Math.floor(100 * fraction);
      label(t('verify.running', { percent }), t('verify.cancel'));
    },
  };
}

export function badgeText({ verdict, counts, count, independent }: Agreement): string {
  if (independent && verdict === 'contradicted') {
    const contradicting = formatNumber(independent.counts.contradicted);
    return t('verify.contradicted', {
      count: contradicting,
      all: formatNumber(independent.count),
    });
  }
  const [agreeing, all] = [counts.agrees, count].map(formatNumber) as [string, string];
  if (verdict === 'shares') return t('verify.shares', { agreeing, count: all });
  return verdict === 'failed'
    ? t('verify.failed', { agreeing, count: all })
    : t('verify.agrees', { agreeing, count: all });
}
