import { lifetimeOf } from '../state/lifetime.ts';
import { byId } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** A drag this long opens or closes the sheet, in CSS pixels. */
const DRAG = 24;

export interface Sheet {
  open(): void;
  destroy(): void;
}

/** On narrow pages the panel is a sheet from below: its handle opens and closes it. */
export function openSheet(panel: HTMLElement): Sheet {
  const life = lifetimeOf();
  const { signal } = life;
  const handle = byId('panel-handle');
  let from: number | undefined;
  const setOpen = (open: boolean) => {
    panel.classList.toggle('open', open);
    handle.setAttribute('aria-expanded', String(open));
    handle.setAttribute('aria-label', open ? t('panel.fewerChoices') : t('panel.moreChoices'));
  };
  const drag = ({ clientY, pointerId }: PointerEvent) => {
    handle.setPointerCapture(pointerId);
    const begin = clientY;
    const end = new AbortController();
    const move = (event: PointerEvent) => {
      if (Math.abs(event.clientY - begin) < DRAG) return;
      from = begin;
      setOpen(event.clientY < begin);
    };
    handle.addEventListener('pointermove', move, { signal: end.signal });
    handle.addEventListener('lostpointercapture', () => end.abort(), { signal: end.signal });
  };
  const observer = new ResizeObserver(() => {
    // The page's end can be scrolled above the sheet; only the closed one takes room from panes.
    const { style } = document.documentElement;
    const height = `${panel.offsetHeight}px`;
    style.setProperty('--sheet', height);
    if (!panel.classList.contains('open')) style.setProperty('--sheet-closed', height);
  });

  setOpen(false);
  observer.observe(panel);
  life.onEnd(() => observer.disconnect());
  const press = () => {
    if (from === undefined) setOpen(!panel.classList.contains('open'));
    from = undefined;
  };
  handle.addEventListener('click', press, { signal });
  handle.addEventListener('pointerdown', drag, { signal });
  return { open: () => setOpen(true), destroy: life.destroy };
}
