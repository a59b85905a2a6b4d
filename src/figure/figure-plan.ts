import type { Slice } from '../experiment/experiment.ts';
import { colourBarWidth } from './colour-bar.ts';
import type { ColourScale } from './colour-scale.ts';
import { marginsOf, type PaneKind, type Square } from './pane.ts';

/** Pixels: of the whole picture, or of each pane's side. */
export type FigureSize = { readonly width: number } | { readonly pane: number };

export interface PlanSpec {
  readonly slice: Slice;
  readonly scale: ColourScale;
  readonly kinds: readonly PaneKind[];
  readonly size: FigureSize;
}

/** Where everything stands. Panes stand on whole pixels. */
export interface Plan {
  /** Font size of ticks and caption. */
  readonly em: number;
  readonly width: number;
  readonly squares: readonly Square[];
  /** Where the caption may begin. */
  readonly bottom: number;
}

/** In em: around everything, between panes, between map and legend, and above the panes. */
export const SPACE = { pad: 1.8, between: 1.2, legend: 1.3, title: 2.3, heading: 2.1 } as const;

/** The picture's width in em, for one pane and for two; a pane's side in em where that is given. */
const WIDTH_IN_EM = { one: 60, two: 96 } as const;
const PANE_IN_EM = 40;

/** Smaller letters cannot be read. */
const SMALLEST_EM = 9;

/** Two panes narrower than this, in em, stand one above the other instead. */
const NARROWEST_PANE = 17;

/** @throws RangeError where the picture is too narrow for any pane. */
export function planOf(spec: PlanSpec): Plan {
  const { kinds, size } = spec;
  if ('pane' in size) {
    const em = Math.max(SMALLEST_EM, size.pane / PANE_IN_EM);
    const width = Math.ceil(surroundings(spec, kinds, em, size.pane) + kinds.length * size.pane);
    return placed(spec, [kinds], em, size.pane, width);
  }
  const { width } = size;
  const beside = Math.max(SMALLEST_EM, width / WIDTH_IN_EM[kinds.length > 1 ? 'two' : 'one']);
  const side = sideOf(spec, kinds, beside, width);
  if (kinds.length === 1 || side >= NARROWEST_PANE * beside) {
    return placed(spec, [kinds], beside, side, width);
  }
  const em = Math.max(SMALLEST_EM, width / WIDTH_IN_EM.one);
  const rows = kinds.map((kind) => [kind]);
  const narrowest = Math.min(...rows.map((row) => sideOf(spec, row, em, width)));
  return placed(spec, rows, em, narrowest, width);
}

function placed(
  { slice, scale }: PlanSpec,
  rows: readonly (readonly PaneKind[])[],
  em: number,
  side: number,
  width: number,
): Plan {
  if (side < 32) throw new RangeError(`invalid width: ${width}, expected more room for each pane`);
  const margins = marginsOf(slice, side, em);
  const squares: Square[] = [];
  let y = Math.round((SPACE.pad + SPACE.title) * em);
  for (const row of rows) {
    y += Math.round(SPACE.heading * em);
    let x = Math.round(SPACE.pad * em);
    for (const kind of row) {
      x += margins.left;
      squares.push({ x, y, size: side });
      x += side + rightOf(kind, scale, em, side) + Math.round(SPACE.between * em);
    }
    y += side + margins.bottom;
  }
  return { em, width, squares, bottom: y };
}

/** The side that panes beside each other get. The legend's ticks depend on it, so it is found twice. */
function sideOf(spec: PlanSpec, row: readonly PaneKind[], em: number, width: number): number {
  const roughly = (width - surroundings(spec, row, em, PANE_IN_EM * em)) / row.length;
  return Math.floor((width - surroundings(spec, row, em, roughly)) / row.length);
}

/** What a row of panes takes beside the panes themselves. */
function surroundings(
  { slice, scale }: PlanSpec,
  row: readonly PaneKind[],
  em: number,
  side: number,
): number {
  const { left } = marginsOf(slice, side, em);
  const right = row.map((kind) => rightOf(kind, scale, em, side));
  const between = (row.length - 1) * Math.round(SPACE.between * em);
  const pads = 2 * Math.round(SPACE.pad * em);
  return pads + between + row.length * left + right.reduce((sum, part) => sum + part, 0);
}

function rightOf(kind: PaneKind, scale: ColourScale, em: number, side: number): number {
  return kind === 'map'
    ? Math.round(SPACE.legend * em) + colourBarWidth(scale, side, em)
    : Math.round(0.9 * em);
}
