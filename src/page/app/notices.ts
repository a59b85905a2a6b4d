import { byId, element, setText } from '../ui/dom.ts';
import { words } from '../messages/words.ts';

/** How long a passing notice stays, in milliseconds. */
const PASSING = 6000;

/** Quiet lines that can be sent away. */
export interface Notices {
  /** Replaces what was said under the same topic; an empty text takes it back. */
  say(topic: string, text: string, passing?: boolean): void;
  /** The same, loud: screen readers interrupt themselves for it. */
  alarm(topic: string, text: string): void;
  /** Tells those who do not see the page what a key has just done. */
  murmur(text: string): void;
}

export function openNotices(): Notices {
  const area = byId('notices');
  const unseen = byId('murmur');
  const shown = new Map<string, HTMLElement>();
  const remove = (topic: string) => {
    shown.get(topic)?.remove();
    shown.delete(topic);
  };
  const put = (topic: string, notice: HTMLElement, text: string) => {
    remove(topic);
    const close = element(
      'button',
      { type: 'button', class: 'quiet icon', 'aria-label': words().common.dismiss },
      '×',
    );
    notice.append(element('span', {}, text), close);
    close.addEventListener('click', () => remove(topic));
    shown.set(topic, notice);
    area.append(notice);
  };
  return {
    murmur: (text) => setText(unseen, text),
    alarm: (topic, text) =>
      put(topic, element('p', { class: 'notice alarm', role: 'alert' }), text),
    say(topic, text, passing = false) {
      if (text === '') {
        remove(topic);
        return;
      }
      const notice = element('p', { class: 'notice' });
      put(topic, notice, text);
      if (passing) {
        setTimeout(() => {
          if (shown.get(topic) === notice) remove(topic);
        }, PASSING);
      }
    },
  };
}
