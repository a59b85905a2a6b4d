import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { paintRows } from '../../figure/map-image.ts';
import type { MapPicture } from '../../figure/views.ts';

/** Makes a canvas as large as the map, a pixel for each start, and paints it. */
export function paintInto(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { grid, results }: MapPicture,
  scale: ColourScale,
): void {
  const { width, height } = grid;
  const image = new ImageData(width, height);
  paintRows(scale, results, width, { width, height, channels: 4, data: image.data });
  canvas.width = width;
  canvas.height = height;
  (canvas.getContext('2d') as CanvasRenderingContext2D).putImageData(image, 0, 0);
}

/** A map of as many pixels along a side, a square of them for each start. */
export function enlarged(picture: MapPicture, scale: ColourScale, side: number): OffscreenCanvas {
  const small = new OffscreenCanvas(1, 1);
  paintInto(small, picture, scale);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, side, side);
  return canvas;
}
