import type { Slice } from '../../experiment/experiment.ts';
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

/** The marks of all overlays. */
export const overlays: Overlay = (slice, pane, options) =>
  OVERLAYS.flatMap((overlay) => overlay(slice, pane, options));
