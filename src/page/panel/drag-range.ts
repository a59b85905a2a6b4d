import type { ColourRange } from '../shell/colour-range.ts';

/** Keeps the map's colour range while a slider is dragged, so that the same colour means the same. */
export function keepRangeWhileDragging(panel: HTMLElement, colourRange: ColourRange): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let release = () => {};
  const end = () => release();
  panel.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'range') return;
      release();
      release = colourRange.hold();
    },
    { capture: true, signal },
  );
  for (const event of ['pointerup', 'pointercancel', 'blur'] as const) {
    window.addEventListener(event, end, { signal });
  }
  signal.addEventListener('abort', end);
  return () => abort.abort();
}
