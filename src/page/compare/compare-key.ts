import { rowCount } from '../../experiment/ensemble/rows.ts';
import { countLabels, formatFraction, type LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { labelDifference } from '../../figure/difference.ts';
import { cssOf, entryOf } from '../../figure/colour/theme.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { element } from '../ui/dom.ts';
import { slimLegend } from '../panes/slim-legend.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { outcomeText } from '../../experiment/texts.ts';

/** Pairs of labels that are listed; rarer ones are seen in the map only. */
const MAX_PAIRS = 4;

/** What is explained: both maps at one resolution, and their colours. */
export interface CompareKeyContent {
  readonly a: MapPicture;
  readonly b: MapPicture;
  readonly scale: ColourScale;
  /** Both experiments are equal. */
  readonly same: boolean;
  /** Of the difference; undefined where the measure is a label. */
  readonly differences?: { readonly scale: ColourScale; readonly picture: MapPicture };
}

/** The colours of all three maps, and how A and B differ in numbers. */
export function compareKey({
  a,
  b,
  scale,
  same,
  differences,
}: CompareKeyContent): readonly HTMLElement[] {
  const counts = [a, b].map(({ results }) =>
    countLabels(scale, results, rowCount(scale.layout, results)),
  );
  const [ofA, ofB] = counts as [LabelCounts, LabelCounts];
  const outcomes = table(scale, ofA, ofB);
  if (!differences) return [part(t('compare.shared'), outcomes), labelPart(a, b, scale, same)];
  return [
    part(t('compare.shared'), slimLegend(scale, undefined)),
    part(
      [t('compare.aLessB'), translate(scale.title)].join(t('common.comma')),
      slimLegend(differences.scale, undefined),
      element('p', {}, same ? t('compare.alike') : signs(differences.picture, differences.scale)),
    ),
    part(t('compare.starts'), outcomes),
  ];
}

/** The fraction of initial conditions with each label, in A and in B. */
function table(scale: ColourScale, a: LabelCounts, b: LabelCounts): HTMLElement {
  const rows = OUTCOMES.flatMap((word, code) => {
    const [inA, inB] = [a.outcomes[code]!, b.outcomes[code]!];
    if (inA + inB === 0) return [];
    const head = element('th', { scope: 'row' }, swatch(scale, code), translate(outcomeText(word)));
    const fraction = (count: number, { count: all }: LabelCounts) =>
      element('td', {}, count === 0 ? '–' : formatFraction(count, all));
    return [element('tr', {}, head, fraction(inA, a), fraction(inB, b))];
  });
  const column = (name: string) => element('th', { scope: 'col' }, name);
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, element('td'), column('A'), column('B'))),
    element('tbody', {}, ...rows),
  );
}

function labelPart(a: MapPicture, b: MapPicture, scale: ColourScale, same: boolean): HTMLElement {
  const { count, differing, pairs } = labelDifference(scale, a.results, b.results);
  const items = pairs
    .slice(0, MAX_PAIRS)
    .map((pair) =>
      element(
        'li',
        {},
        stripes(scale, pair.a, pair.b),
        [
          `A ${translate(outcomeText(OUTCOMES[pair.a]!))}`,
          `B ${translate(outcomeText(OUTCOMES[pair.b]!))}`,
        ].join(t('common.comma')),
        element('span', {}, formatFraction(pair.count, count)),
      ),
    );
  const rarer = pairs.length - items.length;
  return part(
    t('compare.differing', { share: formatFraction(differing, count) }),
    element('ul', {}, ...items),
    ...(rarer > 0 ? [element('p', {}, t('compare.rarer', { count: rarer }))] : []),
    element('p', {}, same ? t('compare.alike') : t('compare.faint')),
  );
}

/** At how many starts A is less than B, and at how many more. */
function signs({ results }: MapPicture, { layout, column }: ColourScale): string {
  const all = rowCount(layout, results);
  let [less, more] = [0, 0];
  for (let i = column; i < results.length; i += layout.columns.length) {
    if (results[i]! < 0) less += 1;
    else if (results[i]! > 0) more += 1;
  }
  if (less + more === 0) return t('compare.equal');
  return [
    t('compare.less', { share: formatFraction(less, all) }),
    t('compare.more', { share: formatFraction(more, all) }),
  ].join(t('common.comma'));
}

function part(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'part' }, element('h3', {}, title), ...children);
}

/** The theme's outcome colours, whatever the measure is. */
function swatch({ labels }: ColourScale, code: number): HTMLElement {
  const node = element('i', { 'aria-hidden': 'true' });
  node.style.background = cssOf(entryOf(labels, code));
  return node;
}

function stripes({ labels }: ColourScale, a: number, b: number): HTMLElement {
  const node = element('i', { 'aria-hidden': 'true' });
  const [one, other] = [a, b].map((code) => cssOf(entryOf(labels, code)));
  node.style.background = `repeating-linear-gradient(135deg, ${one} 0 3px, ${other} 3px 6px)`;
  return node;
}
