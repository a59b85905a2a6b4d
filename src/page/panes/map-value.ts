import type { Grid } from '../../experiment/grid.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { valueText } from '../../figure/text/value-text.ts';
import { MEASURES } from '../../measures/index.ts';
import { translate } from '../messages/messages.ts';
import type { MapPicture } from '../../figure/views.ts';

/** The value of the start nearest to a point, given as fractions from the lower left. */
export function mapValueText(
  { grid, results }: MapPicture,
  scale: ColourScale,
  x: number,
  y: number,
): string {
  const value = results[nearest(grid, x, y) * MEASURES.length + scale.column]!;
  return valueText(scale.measure, value, { translate });
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}
