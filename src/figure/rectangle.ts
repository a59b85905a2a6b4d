export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle by its upper left corner. */
export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** Axes around a narrower or lower pane would not fit, in pixels. */
export const MIN_PANE = 32;
