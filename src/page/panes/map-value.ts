import type { Results } from '../../experiment/engine.ts';
import { shareError } from '../../experiment/ensemble/statistics.ts';
import type { Grid } from '../../experiment/grid.ts';
import { columnOf, type ColourScale } from '../../figure/colour/colour-scale.ts';
import { FIGURE_MESSAGES } from '../../figure/text/translate.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { fill } from '../../models/message.ts';
import { valueText } from '../../figure/text/value-text.ts';
import { orbitText } from '../../experiment/texts.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import type { OrbitKind } from '../../models/orbits.ts';
import { isStatistic, SHARES } from '../../measures/statistics.ts';
import { translate } from '../messages/messages.ts';
import type { MapPicture } from '../../figure/views.ts';

/** Labels that stand less than an eighth more or less of what they follow from are said to be thin. */
const SAFE = 0.6;

/**
 * The value of the start nearest to a point, given as fractions from the lower left.
 * @param orbits what kind of orbit a start is on that is `orbiting`, where that is known
 */
export function mapValueText(
  { grid, results, starts }: MapPicture,
  scale: ColourScale,
  x: number,
  y: number,
  orbits?: OrbitKind,
): string {
  const row = nearest(grid, x, y) * scale.layout.columns.length;
  const value = results[row + scale.column]!;
  const isLabel = scale.measure.scale === 'labels';
  const isKnownOrbit = orbits && isLabel && OUTCOMES[value] === 'orbiting';
  const text = isKnownOrbit
    ? translate(orbitText(orbits))
    : valueText(scale.measure, value, { translate });
  if (scale.layout.starts !== undefined) return ensembleText(scale, results, row, text, starts);
  const isThin = isLabel && results[row + columnOf('evidence')]! < SAFE;
  return isThin ? translate(fill(FIGURE_MESSAGES.thin, { label: text })) : text;
}

/** With its standard error, and a label with its share. */
function ensembleText(
  { layout, measure, column }: ColourScale,
  results: Results,
  row: number,
  text: string,
  starts: number = layout.starts!,
): string {
  const isLabel = measure.scale === 'labels';
  const isShare = isStatistic(measure) && measure.kind === 'share';
  const value = results[row + (isLabel ? results[row + column]! : column)]!;
  const error = isLabel || isShare ? shareError(value, starts) : results[row + column + 1]!;
  const number = isLabel ? valueText(SHARES[0]!, value, { translate }) : text;
  const share = Number.isNaN(error)
    ? number
    : `${number} ± ${formatNumber(Number(error.toPrecision(1)))}`;
  const values = { value: isLabel ? `${text} ${share}` : share, starts };
  return translate(fill(FIGURE_MESSAGES.ofEnsemble, values));
}

function nearest({ width, height }: Grid, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return row * width + column;
}
