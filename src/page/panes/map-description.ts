import { mapPlane } from '../../experiment/plane.ts';
import type { Experiment, PlaneAxis } from '../../experiment/experiment.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { formatFraction, type LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { list, t, translate } from '../messages/messages.ts';
import { outcomeText } from '../../experiment/texts.ts';

/** What a map shows, for those who do not see it: its axes, its values, and how its starts end. */
export function mapDescription(
  experiment: Experiment,
  scale: ColourScale,
  labelCounts: LabelCounts | undefined,
): string {
  const { x, y } = mapPlane(experiment);
  const range = (axis: PlaneAxis) =>
    t('panes.range', {
      symbol: axisSymbol(axis, true, translate),
      from: formatNumber(axis.min),
      to: formatNumber(axis.max),
    });
  const { low, high, title, transform, measure } = scale;
  const axes = [t('panes.across', { range: range(x) }), t('panes.up', { range: range(y) })].join(
    t('common.comma'),
  );
  const values =
    transform === 'labels' || measure.scale === 'basins'
      ? []
      : [
          t('panes.range', {
            symbol: translate(title),
            from: formatNumber(low),
            to: formatNumber(high),
          }),
        ];
  const outcomes = labelCounts ? [outcomesDescription(labelCounts)] : [];
  return [axes, ...values, ...outcomes]
    .map((text) => t('common.sentence', { text }))
    .join(t('common.betweenSentences'));
}

function outcomesDescription({ outcomes, count }: LabelCounts): string {
  const parts = OUTCOMES.flatMap((word, code) =>
    outcomes[code] === 0
      ? []
      : [`${translate(outcomeText(word))} ${formatFraction(outcomes[code]!, count)}`],
  );
  return t('panes.ofStarts', {
    count: formatNumber(count),
    outcomes: list(parts),
  });
}
