import { indexOf, type Slice } from '../../experiment/experiment.ts';
import { inkOf } from '../colour/theme.ts';
import { isInside, outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import type { Markup } from '../svg.ts';

/**
 * The equilibrium φ = θ = 0: a ring where the plane goes through it (every flow does, being a
 * projection), a cross where the plane only lies above it.
 */
export function equilibrium(
  slice: Slice,
  pane: Rectangle,
  { kind, theme, em }: PaneOptions,
): readonly Markup[] {
  const [x, y] = placeInPane(slice, pane, 0, 0);
  if (!isInside(pane, x, y)) return [];
  const held = slice.hold.filter(
    (_, i) => i !== indexOf(slice.x.component) && i !== indexOf(slice.y.component),
  );
  const radius = 0.42 * em;
  const ring = kind === 'flow' || held.every((value) => value === 0);
  const data = ring
    ? `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
    : `M${x - radius} ${y}h${2 * radius}M${x} ${y - radius}v${2 * radius}`;
  return [outlined(data, inkOf(theme).text, 0.12 * em, theme)];
}
