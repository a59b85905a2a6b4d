import { t } from '../messages/later.ts';
import { element, setText } from '../ui/dom.ts';
import type { Progress, Stage } from './share-kind.ts';
import { timeLeft } from './time-left.ts';

/** What is being made, in words and as a bar. */
export interface ProgressLine {
  readonly node: HTMLElement;
  readonly show: Progress;
  clear(): void;
}

export function progressLine(): ProgressLine {
  const words = element('span', { class: 'doing', id: 'save-progress' });
  const bar = element('progress', { max: '1', 'aria-labelledby': words.id });
  /** Where the present stage was when it was first heard of. */
  let begun: { stage: Stage; fraction: number; now: number } | undefined;
  const show = (text: string, fraction?: number) => {
    setText(words, text);
    if (fraction === undefined) bar.removeAttribute('value');
    else bar.value = fraction;
  };
  return {
    node: element('p', { class: 'making', hidden: '' }, words, bar),
    show(stage, fraction) {
      const text = t(`share.stages.${stage}`);
      if (fraction === undefined) {
        show(t('share.doing', { stage: text }));
        return;
      }
      const now = performance.now();
      if (begun?.stage !== stage || fraction < begun.fraction) begun = { stage, fraction, now };
      const left = timeLeft((now - begun.now) / 1000, begun.fraction, fraction);
      const done = t('share.done', { stage: text, percent: Math.floor(100 * fraction) });
      show(left ? t(`share.left.${left.unit}`, { done, count: left.count }) : done, fraction);
    },
    clear() {
      begun = undefined;
      show('');
    },
  };
}
