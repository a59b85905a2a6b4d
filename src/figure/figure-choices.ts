/** What may be chosen of a figure, without the code that draws it. */

/** What stands around the panes beside axes and legend. */
export interface FigureParts {
  readonly title: boolean;
  /** Above each pane. */
  readonly names: boolean;
  readonly caption: boolean;
  /** The engine, at the end of the caption. */
  readonly engine: boolean;
}

export const ALL_PARTS: FigureParts = { title: true, names: true, caption: true, engine: true };

/** The width of one column, of one and a half, and of two, in millimetres, as most journals have it. */
export const COLUMN_WIDTHS = [85, 114, 174] as const;

/** What a figure for print is asked for. */
export interface PrintSize {
  /** Millimetres. */
  readonly width: number;
  /** Points, of ticks and caption. */
  readonly fontSize: number;
  /** Pixels of the pictures inside, an inch. */
  readonly dpi: number;
}

export const DEFAULT_PRINT: PrintSize = { width: 85, fontSize: 7, dpi: 300 };

/** The limits of what can be read and printed. */
export const PRINT_LIMITS = {
  width: { min: 40, max: 500 },
  fontSize: { min: 4, max: 24 },
  dpi: { min: 72, max: 1200 },
} as const;
