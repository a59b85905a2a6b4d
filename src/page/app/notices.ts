import { byId, element, setText } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** How long a passing notice stays, in milliseconds. */
const DURATION = 6000;

/** Quiet lines that can be sent away. */
export interface Notices {
  /** Replaces what was said under the same topic; an empty text takes it back. */
  notify(topic: string, text: string, temporary?: boolean): void;
  /** The same, loud: screen readers interrupt themselves for it. */
  alert(topic: string, text: string): void;
  /** Tells those who do not see the page what a key has just done. */
  announce(text: string): void;
}

export function openNotices(): Notices {
  const area = byId('notices');
  const liveRegion = byId('live-region');
  const shown = new Map<string, HTMLElement>();
  const remove = (topic: string) => {
    shown.get(topic)?.remove();
    shown.delete(topic);
  };
  const add = (topic: string, notice: HTMLElement, text: string) => {
    remove(topic);
    const close = element(
      'button',
      { type: 'button', class: 'quiet icon', 'aria-label': t('common.dismiss') },
      '×',
    );
    notice.append(element('span', {}, text), close);
    close.addEventListener('click', () => remove(topic));
    shown.set(topic, notice);
    area.append(notice);
  };
  return {
    announce: (text) => setText(liveRegion, text),
    alert: (topic, text) =>
      add(topic, element('p', { class: 'notice alert', role: 'alert' }), text),
    notify(topic, text, temporary = false) {
      if (text === '') {
        remove(topic);
        return;
      }
      const notice = element('p', { class: 'notice' });
      add(topic, notice, text);
      if (temporary) {
        setTimeout(() => {
          if (shown.get(topic) === notice) remove(topic);
        }, DURATION);
      }
    },
  };
}
