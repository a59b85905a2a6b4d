import type { Experiment } from '../experiment/experiment.ts';
import { colourBarHeight, colourBarWidth } from './legend/colour-bar.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import { marginsOf, type Margins } from './pane.ts';
import { paneOf, type PaneKind } from './pane-geometry.ts';
import { MIN_PANE, type Rectangle, type Size } from './rectangle.ts';
import type { Translate } from './text/translate.ts';

/** Pixels: of the whole picture, its panes as wide as `aspect` times their height, or of each pane. */
export type FigureSize =
  | { readonly width: number; readonly aspect?: number }
  | { readonly pane: Size };

export interface PlanSpec {
  readonly experiment: Experiment;
  readonly scale: ColourScale;
  readonly kinds: readonly PaneKind[];
  readonly size: FigureSize;
  readonly translate?: Translate | undefined;
}

/** Where everything stands. Panes stand on whole pixels. */
export interface Plan {
  /** Font size of ticks and caption. */
  readonly em: number;
  readonly width: number;
  readonly panes: readonly Rectangle[];
  /** Where the caption may begin. */
  readonly bottom: number;
}

/** In em: around everything, between panes, between map and legend, and above the panes. */
export const SPACE = { pad: 1.8, between: 1.2, legend: 1.3, title: 2.3, heading: 2.1 } as const;

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

/** @throws RangeError where the picture is too small for any pane. */
export function planOf(spec: PlanSpec): Plan {
  const { kinds, size } = spec;
  if ('pane' in size) {
    const { pane } = size;
    const em = Math.max(MIN_EM, Math.sqrt(pane.width * pane.height) / PANE_IN_EM);
    const width = surroundings(spec, kinds, em, pane.height) + kinds.length * pane.width;
    return placed(spec, [kinds], em, pane, width);
  }
  const { width, aspect = 1 } = size;
  const beside = Math.max(MIN_EM, width / WIDTH_IN_EM[kinds.length > 1 ? 'two' : 'one']);
  const side = paneWidth(spec, kinds, beside, width, aspect);
  if (kinds.length === 1 || side >= MIN_PANE_EM * beside) {
    return placed(spec, [kinds], beside, paneSize(side, aspect), width);
  }
  const em = Math.max(MIN_EM, width / WIDTH_IN_EM.one);
  const rows = kinds.map((kind) => [kind]);
  const narrowest = Math.min(...rows.map((row) => paneWidth(spec, row, em, width, aspect)));
  return placed(spec, rows, em, paneSize(narrowest, aspect), width);
}

function placed(
  { experiment, scale, kinds, translate }: PlanSpec,
  rows: readonly (readonly PaneKind[])[],
  em: number,
  pane: Size,
  width: number,
): Plan {
  if (Math.min(pane.width, pane.height) < MIN_PANE) {
    throw new RangeError(`invalid width: ${width}, expected more room for each pane`);
  }
  const margins = widestMargins(experiment, kinds, pane.height, em);
  const panes: Rectangle[] = [];
  let y = Math.round((SPACE.pad + SPACE.title) * em);
  for (const row of rows) {
    y += Math.round(SPACE.heading * em);
    let x = Math.round(SPACE.pad * em);
    for (const kind of row) {
      x += margins.left;
      panes.push({ x, y, ...pane });
      x +=
        pane.width +
        rightOf(kind, scale, em, pane.height, translate) +
        Math.round(SPACE.between * em);
    }
    const legend = row.includes('map') ? colourBarHeight(scale, pane.height, em, translate) : 0;
    y += Math.max(pane.height + margins.bottom, legend);
  }
  return { em, width, panes, bottom: y };
}

/** The width that panes beside each other get. The ticks depend on it, so it is found twice. */
function paneWidth(
  spec: PlanSpec,
  row: readonly PaneKind[],
  em: number,
  width: number,
  aspect: number,
): number {
  const left = (pane: number): number =>
    (width - surroundings(spec, row, em, pane / aspect)) / row.length;
  return Math.floor(left(left(PANE_IN_EM * em)));
}

function paneSize(width: number, aspect: number): Size {
  return { width, height: Math.round(width / aspect) };
}

/** What a row of panes of this height takes beside the panes themselves. */
function surroundings(
  { experiment, scale, kinds, translate }: PlanSpec,
  row: readonly PaneKind[],
  em: number,
  height: number,
): number {
  const { left } = widestMargins(experiment, kinds, height, em);
  const right = row.map((kind) => rightOf(kind, scale, em, height, translate));
  const between = (row.length - 1) * Math.round(SPACE.between * em);
  const pads = 2 * Math.round(SPACE.pad * em);
  return pads + between + row.length * left + right.reduce((sum, part) => sum + part, 0);
}

/** The margins that serve each of the panes. */
function widestMargins(
  experiment: Experiment,
  kinds: readonly PaneKind[],
  height: number,
  em: number,
): Margins {
  const all = kinds.map((kind) => marginsOf(paneOf(experiment, kind), height, em));
  return all.reduce((widest, one) => (one.left > widest.left ? one : widest));
}

function rightOf(
  kind: PaneKind,
  scale: ColourScale,
  em: number,
  height: number,
  translate: Translate | undefined,
): number {
  return kind === 'map'
    ? Math.round(SPACE.legend * em) + colourBarWidth(scale, height, em, translate)
    : Math.round(0.9 * em);
}
