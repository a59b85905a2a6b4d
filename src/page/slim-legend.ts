import { OUTCOMES } from '../measures/outcome.ts';
import { formatShare, type Census } from '../figure/census.ts';
import type { ColourScale } from '../figure/colour-scale.ts';
import { formatNumber } from '../figure/number.ts';
import { cssOf, entryOf } from '../figure/theme.ts';
import { element } from './dom.ts';

/** Colours of the strip; the eye sees no steps between them. */
const STOPS = 24;

/** A legend in one line, for below a map where there is no room beside it. */
export function slimLegend(scale: ColourScale, census: Census | undefined): HTMLElement {
  return scale.transform === 'labels' ? labels(scale, census) : strip(scale);
}

function labels(scale: ColourScale, census: Census | undefined): HTMLElement {
  const rows = OUTCOMES.flatMap((word, code) => {
    if (census && census.outcomes[code] === 0) return [];
    const swatch = element('i');
    swatch.style.background = cssOf(entryOf(scale.labels, code));
    const share = census ? ` ${formatShare(census.outcomes[code]!, census.count)}` : '';
    return [element('span', {}, swatch, word + share)];
  });
  return element('div', { class: 'slim-labels' }, ...rows);
}

function strip(scale: ColourScale): HTMLElement {
  const bar = element('i');
  const stops = Array.from({ length: STOPS }, (_, i) =>
    cssOf(entryOf(scale.table, Math.round((255 * i) / (STOPS - 1)))),
  );
  bar.style.background = `linear-gradient(to right, ${stops.join(', ')})`;
  const { symbol, unit } = scale.measure;
  const name = unit === '' || symbol.includes(unit) ? symbol : `${symbol}, ${unit}`;
  return element(
    'div',
    { class: 'slim-strip' },
    element('span', {}, formatNumber(scale.low)),
    bar,
    element('span', {}, formatNumber(scale.high)),
    element('b', {}, name),
  );
}
