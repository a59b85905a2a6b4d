import { t } from '../messages/later.ts';
import { element, setText } from '../ui/dom.ts';
import type { Progress } from './share-kind.ts';

/** What is being made, in words and as a bar. */
export interface ProgressLine {
  readonly node: HTMLElement;
  readonly show: Progress;
  clear(): void;
}

export function progressLine(): ProgressLine {
  const words = element('span', { class: 'doing', id: 'save-progress' });
  const bar = element('progress', { max: '1', 'aria-labelledby': words.id });
  const show = (text: string, fraction?: number) => {
    setText(words, text);
    if (fraction === undefined) bar.removeAttribute('value');
    else bar.value = fraction;
  };
  return {
    node: element('p', { class: 'making', hidden: '' }, words, bar),
    show(stage, fraction) {
      const text = t(`share.stages.${stage}`);
      if (fraction === undefined) show(t('share.doing', { stage: text }));
      else show(t('share.done', { stage: text, percent: Math.floor(100 * fraction) }), fraction);
    },
    clear: () => show(''),
  };
}
