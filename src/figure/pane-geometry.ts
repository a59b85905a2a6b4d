import type { Experiment, Plane } from '../experiment/experiment.ts';
import { fractionOn, mapPlane } from '../experiment/plane.ts';
import { inkOf, type Fonts, type Theme } from './colour/theme.ts';
import type { Rectangle } from './rectangle.ts';
import { element, type Markup } from './svg.ts';
import type { Translate } from './text/translate.ts';

/** A map is where one starts, a flow is where one goes. */
export type PaneKind = 'map' | 'flow';

export interface PaneOptions {
  readonly kind: PaneKind;
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Font size of tick labels. */
  readonly em: number;
  /** Default: English. */
  readonly translate?: Translate | undefined;
  /** Width of frames and ticks. Default: at least one pixel. */
  readonly hairline?: number | undefined;
  /** The plane counted from the experiment's target, where overlays lie. Default: the plane itself. */
  readonly fromTarget?: Plane | undefined;
}

/** The width of frames and ticks. */
export function hairlineOf({ hairline, em }: Pick<PaneOptions, 'hairline' | 'em'>): number {
  return hairline ?? Math.max(1, Math.round(em / 14));
}

/** The plane that a pane of this kind shows: a flow is in the phase space at the experiment's values. */
export function paneOf(experiment: Experiment, kind: PaneKind): Plane {
  return kind === 'map' ? mapPlane(experiment) : experiment.slice;
}

/** Where a point of the plane lies in the picture. */
export function placeInPane(
  plane: Plane,
  pane: Rectangle,
  x: number,
  y: number,
): readonly [number, number] {
  return [
    pane.x + fractionOn(plane.x, x) * pane.width,
    pane.y + (1 - fractionOn(plane.y, y)) * pane.height,
  ];
}

export function isInside({ x, y, width, height }: Rectangle, px: number, py: number): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

/** How opaque a line that keeps behind the data and its rim are. */
const FAINT = { line: 0.75, rim: 0.55 };

/**
 * A rim of the background keeps a line visible on data of any colour.
 * @param faint lets the data through
 */
export function outlined(
  data: string,
  stroke: string,
  width: number,
  theme: Theme,
  faint = false,
): Markup {
  const line = {
    d: data,
    fill: 'none',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'stroke-opacity': faint ? FAINT.line : undefined,
  };
  const rim = {
    stroke: inkOf(theme).background,
    'stroke-width': 2.4 * width,
    'stroke-opacity': faint ? FAINT.rim : undefined,
  };
  return element('g', {}, [
    element('path', { ...line, ...rim }),
    element('path', { ...line, stroke, 'stroke-width': width }),
  ]);
}
