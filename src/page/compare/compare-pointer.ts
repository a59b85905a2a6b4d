import type { Slice } from '../../experiment/experiment.ts';
import { setText } from '../ui/dom.ts';
import { stateText } from '../panes/map-pane.ts';
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

/** Shows the pointer of one map at the same initial condition on all of them. */
export function linkPointer({ frames, slice, reading, show }: Options): void {
  const panes = frames[0]!.root.parentElement!;
  for (const { square } of frames) {
    square.addEventListener('pointermove', ({ clientX, clientY }) => {
      const shown = slice();
      if (!shown) return;
      const box = square.getBoundingClientRect();
      const at = { x: (clientX - box.left) / box.width, y: (box.bottom - clientY) / box.height };
      if (Math.min(at.x, at.y) < 0 || Math.max(at.x, at.y) > 1) return;
      panes.classList.add('pointed');
      panes.style.setProperty('--x', String(at.x));
      panes.style.setProperty('--y', String(at.y));
      const { x, y } = shown;
      const point = [x.min + at.x * (x.max - x.min), y.min + at.y * (y.max - y.min)] as const;
      setText(reading, stateText(shown, ...point));
      show(at);
    });
    square.addEventListener('pointerleave', () => {
      if (!slice()) return;
      panes.classList.remove('pointed');
      setText(reading, '');
      show(undefined);
    });
  }
}
