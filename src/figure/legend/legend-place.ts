import type { LabelCounts } from './label-counts.ts';
import type { Translate } from '../text/translate.ts';
import type { Fonts, Theme } from '../colour/theme.ts';

/** Where a legend stands, and what it needs of the map. */
export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  /** The pane's height. A bar is as high, marks below it included, but where it needs more. */
  readonly height: number;
  readonly em: number;
  /** Width of ticks. Default: at least one pixel. */
  readonly hairline?: number | undefined;
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Without it everything that could occur is shown. */
  readonly labelCounts?: LabelCounts | undefined;
  /** The counts are of several maps: what occurs is shown, how often stands at each map. */
  readonly shared?: boolean | undefined;
  /** Of labels, in columns of so many rows; by default in one. */
  readonly rows?: number | undefined;
  readonly translate?: Translate | undefined;
}
