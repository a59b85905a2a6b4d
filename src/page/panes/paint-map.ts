import { paint, type ColourScale } from '../../figure/colour/colour-scale.ts';
import type { MapPicture } from '../../figure/views.ts';

/** A pixel for each start, the highest y first. */
export function paintInto(
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { grid, results }: MapPicture,
  scale: ColourScale,
): void {
  const { width, height } = grid;
  const pixels = paint(scale, results, width * height);
  const image = new ImageData(width, height);
  for (let row = 0; row < height; row++) {
    const from = 4 * width * (height - 1 - row);
    image.data.set(pixels.subarray(from, from + 4 * width), 4 * width * row);
  }
  canvas.width = width;
  canvas.height = height;
  (canvas.getContext('2d') as CanvasRenderingContext2D).putImageData(image, 0, 0);
}
