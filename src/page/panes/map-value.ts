import type { Grid } from '../../experiment/grid.ts';
import { columnOf, type ColourScale } from '../../figure/colour/colour-scale.ts';
import { FIGURE_MESSAGES } from '../../figure/text/translate.ts';
import { fill } from '../../models/message.ts';
import { valueText } from '../../figure/text/value-text.ts';
import { orbitText } from '../../experiment/texts.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import type { OrbitKind } from '../../models/orbits.ts';
import { MEASURES } from '../../measures/index.ts';
import { translate } from '../messages/messages.ts';
import type { MapPicture } from '../../figure/views.ts';

/** Labels that stand less than an eighth more or less of what they follow from are said to be thin. */
const SAFE = 0.6;

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
  const row = nearest(grid, x, y) * MEASURES.length;
  const value = results[row + scale.column]!;
  const isLabel = scale.measure.scale === 'labels';
  const isKnownOrbit = orbits && isLabel && OUTCOMES[value] === 'orbiting';
  const text = isKnownOrbit
    ? translate(orbitText(orbits))
    : valueText(scale.measure, value, { translate });
  const isThin = isLabel && results[row + columnOf('evidence')]! < SAFE;
  return isThin ? translate(fill(FIGURE_MESSAGES.thin, { label: text })) : text;
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}
