import type { Slice } from '../../experiment/experiment.ts';
import { setText } from '../ui/dom.ts';
import { stateText } from '../../figure/text/state-text.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';

/** A place of a square, as fractions from the lower left. */
export interface PanePosition {
  readonly x: number;
  readonly y: number;
}

interface Options {
  readonly frames: readonly PaneFrame[];
  /** Undefined while nothing is compared. */
  slice(): Slice | undefined;
  readonly reading: HTMLElement;
  show(at: PanePosition | undefined): void;
}

/** The pointer on one map is at the same start on all of them. @returns what ends that */
export function linkPointer({ frames, slice, reading, show }: Options): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const panes = frames[0]!.root.parentElement!;
  const point = (square: HTMLElement, { clientX, clientY }: PointerEvent) => {
    const shown = slice();
    if (!shown) return;
    const box = square.getBoundingClientRect();
    const at = { x: (clientX - box.left) / box.width, y: (box.bottom - clientY) / box.height };
    if (Math.min(at.x, at.y) < 0 || Math.max(at.x, at.y) > 1) return;
    panes.classList.add('pointed');
    panes.style.setProperty('--x', String(at.x));
    panes.style.setProperty('--y', String(at.y));
    const { x, y } = shown;
    const place = [x.min + at.x * (x.max - x.min), y.min + at.y * (y.max - y.min)] as const;
    setText(reading, stateText(shown, ...place));
    show(at);
  };
  const leave = () => {
    if (!slice()) return;
    panes.classList.remove('pointed');
    setText(reading, '');
    show(undefined);
  };
  for (const { square } of frames) {
    square.addEventListener('pointermove', (event) => point(square, event), { signal });
    square.addEventListener('pointerleave', leave, { signal });
  }
  return () => abort.abort();
}
