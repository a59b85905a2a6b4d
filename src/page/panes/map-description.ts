import type { Axis, Experiment } from '../../experiment/experiment.ts';
import { componentSymbol } from '../../figure/axes.ts';
import { formatFraction, type LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import { told, words } from '../messages/words.ts';

/** What a map shows, for those who do not see it: its axes, its values, and how its starts end. */
export function mapDescription(
  { slice }: Experiment,
  scale: ColourScale,
  labelCounts: LabelCounts | undefined,
): string {
  const { panes } = words();
  const range = ({ component, min, max }: Axis) =>
    panes.range(componentSymbol(component, true), formatNumber(min), formatNumber(max));
  const { low, high, measure, transform } = scale;
  return panes.mapInWords(
    [panes.across(range(slice.x)), panes.up(range(slice.y))].join(words().common.comma),
    transform === 'labels'
      ? ''
      : panes.range(told(measure.title), formatNumber(low), formatNumber(high)),
    labelCounts ? outcomesDescription(labelCounts) : '',
  );
}

function outcomesDescription({ outcomes, count }: LabelCounts): string {
  const parts = OUTCOMES.flatMap((word, code) =>
    outcomes[code] === 0 ? [] : [`${told(word)} ${formatFraction(outcomes[code]!, count)}`],
  );
  return words().panes.ofStarts(formatNumber(count), parts.join(words().common.comma));
}
