import { byId, element, setText } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** How long a temporary notice stays, in milliseconds. */
const DURATION = 6000;

/** Messages to the user that can be dismissed. */
export interface Notices {
  /** Shows a message in place of the topic's previous one; an empty text removes it. */
  notify(topic: string, text: string, temporary?: boolean): void;
  /** One line with a list that is folded at first; an empty list removes it. */
  notifyDetails(topic: string, line: string, details: readonly string[]): void;
  /** As `notify`, with role `alert`: screen readers read it at once. */
  alert(topic: string, text: string): void;
  /** Writes to the live region: screen readers read it when they are idle. */
  announce(text: string): void;
  destroy(): void;
}

export function openNotices(): Notices {
  const area = byId('notices');
  const liveRegion = byId('live-region');
  const shown = new Map<string, HTMLElement>();
  const timers = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
  const remove = (topic: string) => {
    const notice = shown.get(topic);
    if (!notice) return;
    clearTimeout(timers.get(notice));
    timers.delete(notice);
    notice.remove();
    shown.delete(topic);
  };
  const add = (topic: string, notice: HTMLElement, content: HTMLElement) => {
    remove(topic);
    const close = element(
      'button',
      { type: 'button', class: 'quiet icon', 'aria-label': t('common.dismiss') },
      '×',
    );
    notice.append(content, close);
    close.addEventListener('click', () => remove(topic));
    shown.set(topic, notice);
    area.append(notice);
  };
  return {
    announce: (text) => setText(liveRegion, text),
    alert: (topic, text) =>
      add(topic, element('p', { class: 'notice alert', role: 'alert' }), element('span', {}, text)),
    notifyDetails(topic, line, details) {
      remove(topic);
      if (details.length === 0) return;
      const items = details.map((detail) => element('li', {}, detail));
      const folded = element(
        'details',
        {},
        element('summary', {}, line),
        element('ul', {}, ...items),
      );
      add(topic, element('div', { class: 'notice' }), folded);
    },
    notify(topic, text, temporary = false) {
      if (text === '') {
        remove(topic);
        return;
      }
      const notice = element('p', { class: 'notice' });
      add(topic, notice, element('span', {}, text));
      if (temporary) {
        timers.set(
          notice,
          setTimeout(() => remove(topic), DURATION),
        );
      }
    },
    destroy() {
      for (const topic of Array.from(shown.keys())) remove(topic);
    },
  };
}
