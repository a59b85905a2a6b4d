import type { TheoryEvidence } from '../../experiment/theory/theory-line.ts';
import { inkOf } from '../colour/theme.ts';
import type { PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, type Markup } from '../svg.ts';

/** In em: from line to line, and their width. */
const [SPACING, WIDTH] = [0.55, 0.07];

/** Lines aslant over the cells of a pane where theory and measurement disagree. */
export function hatching(
  { side, cells }: TheoryEvidence,
  pane: Rectangle,
  { em, theme }: PaneOptions,
): readonly Markup[] {
  const isHatched = (x: number, y: number): boolean => {
    const column = Math.floor(((x - pane.x) / pane.width) * side);
    const row = Math.floor(((pane.y + pane.height - y) / pane.height) * side);
    return (
      column >= 0 && column < side && row >= 0 && row < side && cells[row * side + column] === 1
    );
  };
  // Half of a cell's smaller side: no cell is stepped over.
  const step = Math.min(pane.width, pane.height) / side / 2;
  const segments: string[] = [];
  const bottom = pane.y + pane.height;
  for (let offset = SPACING * em; offset < pane.width + pane.height; offset += SPACING * em) {
    let begun: number | undefined;
    const at = (t: number) => [pane.x + offset - t, bottom - t] as const;
    // From where the line enters the pane, upwards to the left.
    const first = Math.max(0, offset - pane.width);
    const last = Math.min(offset, pane.height);
    for (let t = first; t < last + step; t += step) {
      const within = t <= last && isHatched(...at(t));
      if (within) begun ??= t;
      else if (begun !== undefined) {
        segments.push(segmentOf(at(begun), at(Math.min(t, last))));
        begun = undefined;
      }
    }
  }
  if (segments.length === 0) return [];
  return [
    element('path', {
      d: segments.join(''),
      fill: 'none',
      stroke: inkOf(theme).text,
      'stroke-width': WIDTH * em,
      'stroke-opacity': 0.85,
    }),
  ];
}

function segmentOf(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): string {
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
}
