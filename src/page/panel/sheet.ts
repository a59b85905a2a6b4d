import { byId } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** A drag this long opens or closes the sheet, in CSS pixels. */
const DRAG = 24;

/** On narrow pages the panel is a sheet from below: its handle opens and closes it. */
export function openSheet(): void {
  const panel = byId('panel');
  const handle = byId('panel-handle');
  let from: number | undefined;
  const setOpen = (open: boolean) => {
    panel.classList.toggle('open', open);
    handle.setAttribute('aria-expanded', String(open));
    handle.setAttribute('aria-label', open ? t('panel.fewerChoices') : t('panel.moreChoices'));
  };
  setOpen(false);
  new ResizeObserver(() => {
    // The page's end can be scrolled above the sheet; only the closed one takes room from panes.
    const { style } = document.documentElement;
    const height = `${panel.offsetHeight}px`;
    style.setProperty('--sheet', height);
    if (!panel.classList.contains('open')) style.setProperty('--sheet-closed', height);
  }).observe(panel);
  handle.addEventListener('click', () => {
    if (from === undefined) setOpen(!panel.classList.contains('open'));
    from = undefined;
  });
  handle.addEventListener('pointerdown', ({ clientY, pointerId }) => {
    handle.setPointerCapture(pointerId);
    const begin = clientY;
    const move = (event: PointerEvent) => {
      if (Math.abs(event.clientY - begin) < DRAG) return;
      from = begin;
      setOpen(event.clientY < begin);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener(
      'lostpointercapture',
      () => handle.removeEventListener('pointermove', move),
      { once: true },
    );
  });
}
