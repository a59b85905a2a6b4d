import type { Grid } from '../../experiment/grid.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { valueText } from '../../figure/text/value-text.ts';
import { orbitText } from '../../experiment/texts.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import type { OrbitKind } from '../../models/orbits.ts';
import { MEASURES } from '../../measures/index.ts';
import { translate } from '../messages/messages.ts';
import type { MapPicture } from '../../figure/views.ts';

/**
 * The value of the start nearest to a point, given as fractions from the lower left.
 * @param orbits what kind of orbit a start is on that is `orbiting`, where that is known
 */
export function mapValueText(
  { grid, results }: MapPicture,
  scale: ColourScale,
  x: number,
  y: number,
  orbits?: OrbitKind,
): string {
  const value = results[nearest(grid, x, y) * MEASURES.length + scale.column]!;
  const isOrbiting = scale.measure.scale === 'labels' && OUTCOMES[value] === 'orbiting';
  if (orbits && isOrbiting) return translate(orbitText(orbits));
  return valueText(scale.measure, value, { translate });
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}
