import type { FigureSize } from './figure-plan.ts';

export type PictureContent = 'map' | 'flow' | 'both';
export type PictureSize = 'screen' | '2048' | '4096';

/** What the dialog asks. */
export interface PictureChoice {
  readonly content: PictureContent;
  readonly size: PictureSize;
  readonly background: 'dark' | 'light';
  /** Nothing where the background would be. */
  readonly transparent: boolean;
}

/** @param panePixels the side of a pane on the screen, in device pixels */
export function figureSizeOf(size: PictureSize, panePixels: number): FigureSize {
  return size === 'screen'
    ? { pane: { width: panePixels, height: panePixels } }
    : { width: Number(size) };
}
