import { valueAt } from '../../experiment/plane.ts';
import type { Plane } from '../../experiment/experiment.ts';
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
  plane(): Plane | undefined;
  readonly reading: HTMLElement;
  show(at: PanePosition | undefined): void;
}

/** The pointer on one map is at the same start on all of them. @returns what ends that */
export function linkPointer({ frames, plane, reading, show }: Options): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const panes = frames[0]!.root.parentElement!;
  const point = (square: HTMLElement, { clientX, clientY }: PointerEvent) => {
    const shown = plane();
    if (!shown) return;
    const box = square.getBoundingClientRect();
    const at = { x: (clientX - box.left) / box.width, y: (box.bottom - clientY) / box.height };
    if (Math.min(at.x, at.y) < 0 || Math.max(at.x, at.y) > 1) return;
    panes.classList.add('pointed');
    panes.style.setProperty('--x', String(at.x));
    panes.style.setProperty('--y', String(at.y));
    const place = [valueAt(shown.x, at.x), valueAt(shown.y, at.y)] as const;
    setText(reading, stateText(shown, ...place));
    show(at);
  };
  const leave = () => {
    if (!plane()) return;
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
