import type { Experiment } from '../experiment/experiment.ts';
import { ALL_PARTS, type FigureParts } from './figure-choices.ts';
import type { BasinKey } from './legend/basin-legend.ts';
import type { LabelCounts } from './legend/label-counts.ts';
import {
  hasRows,
  heightBelow,
  mapLegendHeight,
  mapLegendWidth,
  rowsBelow,
} from './legend/map-legend.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import { marginsOf, type Margins } from './pane.ts';
import { paneOf, type PaneKind } from './pane-geometry.ts';
import { MIN_PANE, type Rectangle, type Size } from './rectangle.ts';
import type { Translate } from './text/translate.ts';

/**
 * Pixels or points: of the whole picture, its panes as wide as `aspect` times their height, or of each
 * pane. With a font size the figure is set into a page: without a rim around everything.
 */
export type FigureSize =
  | { readonly width: number; readonly aspect?: number; readonly fontSize?: number }
  | { readonly pane: Size };

export interface PlanSpec {
  readonly experiment: Experiment;
  readonly scale: ColourScale;
  /** Of basins, what their numbers stand for. */
  readonly basins?: BasinKey | undefined;
  readonly kinds: readonly PaneKind[];
  readonly size: FigureSize;
  /** Default: all. */
  readonly parts?: FigureParts | undefined;
  /** What occurs in the map: a legend below it is as high as that needs. */
  readonly labelCounts?: LabelCounts | undefined;
  readonly translate?: Translate | undefined;
}

/** Where everything stands. Panes stand on whole pixels. */
export interface Plan {
  /** Font size of ticks and caption. */
  readonly em: number;
  /** Of frames and ticks: print has finer lines than pixels allow. */
  readonly hairline: number | undefined;
  /** Around everything, in em. */
  readonly pad: number;
  readonly width: number;
  readonly panes: readonly Rectangle[];
  /** Where the map's legend stands. */
  readonly legend: 'beside' | 'below';
  /** Where the caption may begin. */
  readonly bottom: number;
}

/** In em: around everything, between panes, between map and legend, and above the panes. */
export const SPACE = { pad: 1.8, between: 1.2, legend: 1.3, title: 2.3, heading: 2.1 } as const;

/** In em: around a figure in a page, and above a pane without a name, for half a label of its axis. */
const RIM = 0.2;
const UNNAMED = 0.5;

/** Hairlines in an em. */
const HAIRLINES = 14;

/**
 * The picture's width in em, for one pane and for two; where a pane's size is given, the side in em
 * of a square of its area.
 */
const WIDTH_IN_EM = { one: 60, two: 96 } as const;
const PANE_IN_EM = 40;

/** Smaller letters cannot be read. */
const MIN_EM = 9;

/** Two panes narrower than this, in em, stand one above the other instead. */
const MIN_PANE_EM = 17;

/** In a page, words beside a map of fewer em leave too little of it: they stand below. */
const MIN_WIDTH_BESIDE = 44;

/** @throws RangeError where the picture is too small for any pane. */
export function planOf(spec: PlanSpec): Plan {
  const { kinds, size } = spec;
  if ('pane' in size) {
    const { pane } = size;
    const em = Math.max(MIN_EM, Math.sqrt(pane.width * pane.height) / PANE_IN_EM);
    const layout = { ...spec, rows: [kinds], em };
    return placed(
      layout,
      pane,
      surroundings(layout, kinds, pane.height) + kinds.length * pane.width,
    );
  }
  const { width, aspect = 1, fontSize } = size;
  const beside =
    fontSize ?? Math.max(MIN_EM, width / WIDTH_IN_EM[kinds.length > 1 ? 'two' : 'one']);
  const inOneRow = { ...spec, rows: [kinds], em: beside };
  const side = paneWidth(inOneRow, kinds, width, aspect);
  if (kinds.length === 1 || side >= MIN_PANE_EM * beside) {
    return placed(inOneRow, paneSize(side, aspect), width);
  }
  const em = fontSize ?? Math.max(MIN_EM, width / WIDTH_IN_EM.one);
  const stacked = { ...spec, rows: kinds.map((kind) => [kind]), em };
  const narrowest = Math.min(...stacked.rows.map((row) => paneWidth(stacked, row, width, aspect)));
  return placed(stacked, paneSize(narrowest, aspect), width);
}

/** A way to place the panes. */
interface Layout extends PlanSpec {
  readonly rows: readonly (readonly PaneKind[])[];
  readonly em: number;
}

function placed(layout: Layout, pane: Size, width: number): Plan {
  const { size, parts = ALL_PARTS, labelCounts, rows, em } = layout;
  if (Math.min(pane.width, pane.height) < MIN_PANE) {
    throw new RangeError(`invalid width: ${width}, expected more room for each pane`);
  }
  const pad = padOf(layout);
  const legend = legendOf(layout);
  const margins = widestMargins(layout, pane.height);
  const panes: Rectangle[] = [];
  let y = Math.round((pad + (parts.title ? SPACE.title : 0)) * em);
  for (const row of rows) {
    y += Math.round((parts.names ? SPACE.heading : UNNAMED) * em);
    let x = Math.round(pad * em);
    for (const kind of row) {
      x += margins.left;
      panes.push({ x, y, ...pane });
      x += pane.width + rightOf(layout, kind, pane.height) + Math.round(SPACE.between * em);
    }
    y += pane.height + margins.bottom;
    if (!row.includes('map')) continue;
    if (legend === 'below') {
      y += heightBelow(layout, rowsBelow(layout, pane.width, em, labelCounts), em);
    } else {
      const height = mapLegendHeight(layout, pane.height, em);
      y += Math.max(0, height - pane.height - margins.bottom);
    }
  }
  const hairline = isInPage(size) ? em / HAIRLINES : undefined;
  return { em, hairline, pad, width, panes, legend, bottom: y };
}

/** Whether the figure is set into a page. */
function isInPage(size: FigureSize): size is { readonly width: number; readonly fontSize: number } {
  return 'fontSize' in size && size.fontSize !== undefined;
}

function padOf({ size }: PlanSpec): number {
  return isInPage(size) ? RIM : SPACE.pad;
}

function legendOf({ size, scale, rows, em }: Layout): Plan['legend'] {
  const isNarrow = isInPage(size) && size.width < MIN_WIDTH_BESIDE * em;
  const isAlone = rows.every((row) => row.length === 1);
  return hasRows(scale) && isNarrow && isAlone ? 'below' : 'beside';
}

/** The width that panes beside each other get. The ticks depend on it, so it is found twice. */
function paneWidth(
  layout: Layout,
  row: readonly PaneKind[],
  width: number,
  aspect: number,
): number {
  const left = (pane: number): number =>
    (width - surroundings(layout, row, pane / aspect)) / row.length;
  return Math.floor(left(left(PANE_IN_EM * layout.em)));
}

function paneSize(width: number, aspect: number): Size {
  return { width, height: Math.round(width / aspect) };
}

/** What a row of panes of this height takes beside the panes themselves. */
function surroundings(layout: Layout, row: readonly PaneKind[], height: number): number {
  const { em } = layout;
  const { left } = widestMargins(layout, height);
  const right = row.map((kind) => rightOf(layout, kind, height));
  const between = (row.length - 1) * Math.round(SPACE.between * em);
  const pads = 2 * Math.round(padOf(layout) * em);
  return pads + between + row.length * left + right.reduce((sum, part) => sum + part, 0);
}

/** The margins that serve each of the panes. */
function widestMargins({ experiment, kinds, em }: Layout, height: number): Margins {
  const all = kinds.map((kind) => marginsOf(paneOf(experiment, kind), height, em));
  return all.reduce((widest, one) => (one.left > widest.left ? one : widest));
}

function rightOf(layout: Layout, kind: PaneKind, height: number): number {
  const { em } = layout;
  return kind === 'map' && legendOf(layout) === 'beside'
    ? Math.round(SPACE.legend * em) + mapLegendWidth(layout, height, em)
    : Math.round(0.9 * em);
}
