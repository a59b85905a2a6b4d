import { OUTCOMES } from '../../measures/outcomes.ts';
import { formatFraction, type LabelCounts } from '../../figure/legend/label-counts.ts';
import { nameOfScale } from '../../figure/legend/colour-bar.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { cssOf, entryOf, type Theme } from '../../figure/colour/theme.ts';
import { element } from '../ui/dom.ts';
import { t, translate } from '../messages/messages.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { colouringHigh, colouringOf, flowTable } from '../../figure/colour/flow-colours.ts';
import { outcomeText } from '../../experiment/texts.ts';

/** Colour stops of the gradient; more of them look the same. */
const STOPS = 24;

/**
 * A legend in one line, for below a map on narrow pages.
 * @param shared whether the counts are of several maps: how often a label occurs stands at each map
 */
export function slimLegend(
  scale: ColourScale,
  labelCounts: LabelCounts | undefined,
  shared = false,
): HTMLElement {
  return scale.transform === 'labels' ? labels(scale, labelCounts, shared) : gradientBar(scale);
}

function labels(
  scale: ColourScale,
  labelCounts: LabelCounts | undefined,
  shared: boolean,
): HTMLElement {
  const rows = OUTCOMES.flatMap((word, code) => {
    if (labelCounts && labelCounts.outcomes[code] === 0) return [];
    const swatch = element('i');
    swatch.style.background = cssOf(entryOf(scale.labels, code));
    const fraction =
      labelCounts && !shared
        ? ` ${formatFraction(labelCounts.outcomes[code]!, labelCounts.count)}`
        : '';
    return [element('span', {}, swatch, translate(outcomeText(word)) + fraction)];
  });
  return element('div', { class: 'slim-labels' }, ...rows);
}

/**
 * What the colours of particles mean that are not the map's; undefined where all are.
 * @param passing whether particles without a start on the map pass through the window
 */
export function flowLegend(
  experiment: Experiment,
  theme: Theme,
  passing: boolean,
): HTMLElement | undefined {
  const colouring = colouringOf(experiment);
  if (colouring === 'map') {
    return passing ? element('span', { class: 'slim-bar' }, t('panes.passing')) : undefined;
  }
  const name = t(`panel.colours.${colouring as 'speed' | 'distance' | 'angle' | 'time'}`);
  const high = colouring === 'angle' ? '2π' : formatNumber(colouringHigh(experiment));
  return element(
    'span',
    { class: 'slim-bar' },
    element('b', {}, name),
    element('span', {}, '0'),
    bar({ table: flowTable(colouring, theme) }, 0, 1),
    element('span', {}, high),
  );
}

function gradientBar(scale: ColourScale): HTMLElement {
  const { low, inner, high } = scale;
  const name = nameOfScale(scale, translate);
  const number = (text: string) => element('span', {}, text);
  // No value lies between -inner and inner, so the bar is split in its middle.
  const bars =
    inner > 0
      ? [bar(scale, 0, 0.5), number(`±${formatNumber(inner)}`), bar(scale, 0.5, 1)]
      : [bar(scale, 0, 1)];
  return element(
    'div',
    { class: 'slim-bar' },
    number(formatNumber(low)),
    ...bars,
    number(formatNumber(high)),
    element('b', {}, name),
  );
}

/** The colours between two places of the scale, each from 0 to 1. */
function bar({ table }: Pick<ColourScale, 'table'>, from: number, to: number): HTMLElement {
  const node = element('i');
  const stops = Array.from({ length: STOPS }, (_, i) =>
    cssOf(entryOf(table, Math.round(255 * (from + ((to - from) * i) / (STOPS - 1))))),
  );
  node.style.background = `linear-gradient(to right, ${stops.join(', ')})`;
  return node;
}
