import type { Axis, Experiment } from '../experiment/experiment.ts';
import { componentSymbol } from '../figure/axes.ts';
import { formatShare, type Census } from '../figure/census.ts';
import type { ColourScale } from '../figure/colour-scale.ts';
import { formatNumber } from '../figure/number.ts';
import { OUTCOMES } from '../measures/outcome.ts';

/** What a map shows, for those who do not see it: its axes, its values, and how its starts end. */
export function mapInWords(
  { slice }: Experiment,
  scale: ColourScale,
  census: Census | undefined,
): string {
  const range = ({ component, min, max }: Axis, way: string) =>
    `${componentSymbol(component, true)} from ${formatNumber(min)} to ${formatNumber(max)} ${way}`;
  const axes = `${range(slice.x, 'across')}, ${range(slice.y, 'up')}.`;
  const { low, high, measure, transform } = scale;
  const values =
    transform === 'labels'
      ? ''
      : ` ${measure.title} from ${formatNumber(low)} to ${formatNumber(high)}.`;
  return axes + values + (census ? ` ${outcomesInWords(census)}.` : '');
}

function outcomesInWords({ outcomes, count }: Census): string {
  const parts = OUTCOMES.flatMap((word, code) =>
    outcomes[code] === 0 ? [] : [`${word} ${formatShare(outcomes[code]!, count)}`],
  );
  return `Of ${formatNumber(count)} starts: ${parts.join(', ')}`;
}
