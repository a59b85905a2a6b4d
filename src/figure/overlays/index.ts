import type { Plane, Slice } from '../../experiment/experiment.ts';
import { isSlice } from '../../experiment/plane.ts';
import type { PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import type { Markup } from '../svg.ts';
import { equilibrium } from './equilibrium.ts';
import { zeroAngularMomentum } from './zero-angular-momentum.ts';

/**
 * What theory draws over a pane, as vector marks.
 * @param pane the pane's pixels, in the drawing's coordinates
 */
export type Overlay = (slice: Slice, pane: Rectangle, options: PaneOptions) => readonly Markup[];

/** Every overlay, the lowest first: the page, saved figures, sheets and comparisons draw them all. */
const OVERLAYS: readonly Overlay[] = [zeroAngularMomentum, equilibrium];

/** The marks of all overlays; none on a plane of parameters, which has no place of its own for states. */
export function overlays(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[] {
  const { fromTarget = plane } = options;
  if (!isSlice(fromTarget)) return [];
  return OVERLAYS.flatMap((overlay) => overlay(fromTarget, pane, options));
}
