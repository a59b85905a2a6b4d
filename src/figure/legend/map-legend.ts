/** The legend of a map in a figure: of basins with their equilibria, else a colour bar or labels. */
import { englishOf } from '../../models/message.ts';
import type { ColourScale } from '../colour/colour-scale.ts';
import { element, type Markup } from '../svg.ts';
import type { Translate } from '../text/translate.ts';
import {
  basinLegend,
  basinLegendHeight,
  basinLegendRows,
  basinLegendWidth,
  type BasinKey,
} from './basin-legend.ts';
import { colourBar, colourBarHeight, colourBarWidth } from './colour-bar.ts';
import type { LabelCounts } from './label-counts.ts';
import type { LegendPlace } from './legend-place.ts';
import { legendRows, outcomeLegendHeight } from './outcome-legend.ts';

/** What a legend says beside its place. */
export interface LegendSpec {
  readonly scale: ColourScale;
  /** Of basins, what their numbers stand for. */
  readonly basins?: BasinKey | undefined;
  readonly translate?: Translate | undefined;
}

export function mapLegend({ scale, basins }: LegendSpec, place: LegendPlace): Markup {
  return isOfBasins(scale)
    ? element('g', {}, basinLegend(scale, place, basins))
    : colourBar(scale, place);
}

/** The width that it takes beside a pane of this height, whatever occurs in the map. */
export function mapLegendWidth(spec: LegendSpec, pane: number, em: number): number {
  const { scale, basins, translate = englishOf } = spec;
  return isOfBasins(scale)
    ? basinLegendWidth(em, translate, basins)
    : colourBarWidth(scale, pane, em, translate);
}

/** The height that it takes beside a pane of this height, whatever occurs in the map. */
export function mapLegendHeight(spec: LegendSpec, pane: number, em: number): number {
  const { scale, basins, translate = englishOf } = spec;
  return isOfBasins(scale)
    ? Math.max(pane, basinLegendHeight(em, basins))
    : colourBarHeight(scale, pane, em, translate);
}

/** Whether it consists of rows, which can stand in columns below a map. */
export function hasRows(scale: ColourScale): boolean {
  return scale.transform === 'labels' || isOfBasins(scale);
}

/** The rows of a legend below a map of this width, in as many columns as have room. */
export function rowsBelow(
  { scale, basins, translate = englishOf }: LegendSpec,
  width: number,
  em: number,
  labelCounts: LabelCounts | undefined,
): number {
  return isOfBasins(scale)
    ? basinLegendRows(scale, width, em, labelCounts, translate, basins)
    : legendRows(width, em, labelCounts, translate);
}

/** The height of so many rows below a map. */
export function heightBelow({ scale, basins }: LegendSpec, rows: number, em: number): number {
  return isOfBasins(scale) ? basinLegendHeight(em, basins, rows) : outcomeLegendHeight(em, rows);
}

function isOfBasins(scale: ColourScale): boolean {
  return scale.measure.scale === 'basins';
}
