import { rowCount } from '../../experiment/ensemble/rows.ts';
import { countLabels, formatFraction, type LabelCounts } from '../../figure/legend/label-counts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import { categoriesOf, labelCategories, type Categories } from '../../figure/categories.ts';
import { categoryDifference } from '../../figure/difference.ts';
import { cssOf } from '../../figure/colour/theme.ts';
import { element } from '../ui/dom.ts';
import { slimLegend } from '../panes/slim-legend.ts';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';

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
  const [ofA, ofB] = [a, b].map(({ results }) =>
    countLabels(scale, results, rowCount(scale.layout, results)),
  ) as [LabelCounts, LabelCounts];
  const categories = categoriesOf(scale);
  if (categories && !differences) {
    return [
      part(t('compare.shared'), table(categories, ofA, ofB)),
      categoryPart(a, b, scale, categories, same),
    ];
  }
  if (!differences) return [];
  return [
    part(t('compare.shared'), slimLegend(scale, undefined)),
    part(
      [t('compare.aLessB'), translate(scale.title)].join(t('common.comma')),
      slimLegend(differences.scale, undefined),
      element('p', {}, same ? t('compare.alike') : signs(differences.picture, differences.scale)),
    ),
    part(t('compare.starts'), table(labelCategories(scale), ofA, ofB)),
  ];
}

/** The fraction of initial conditions with each label or basin, in A and in B. */
function table(categories: Categories, a: LabelCounts, b: LabelCounts): HTMLElement {
  const rows = Array.from({ length: categories.count }).flatMap((_, code) => {
    const [inA, inB] = [categories.countOf(code, a), categories.countOf(code, b)];
    if (inA + inB === 0) return [];
    const name = translate(categories.textOf(code));
    const head = element('th', { scope: 'row' }, swatch(categories, code), name);
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

function categoryPart(
  a: MapPicture,
  b: MapPicture,
  scale: ColourScale,
  categories: Categories,
  same: boolean,
): HTMLElement {
  const { count, differing, pairs } = categoryDifference(scale, categories, a.results, b.results);
  const items = pairs
    .slice(0, MAX_PAIRS)
    .map((pair) =>
      element(
        'li',
        {},
        stripes(categories, pair.a, pair.b),
        [
          `A ${translate(categories.textOf(pair.a))}`,
          `B ${translate(categories.textOf(pair.b))}`,
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

function swatch({ colourOf }: Categories, code: number): HTMLElement {
  const node = element('i', { 'aria-hidden': 'true' });
  node.style.background = cssOf(colourOf(code));
  return node;
}

function stripes({ colourOf }: Categories, a: number, b: number): HTMLElement {
  const node = element('i', { 'aria-hidden': 'true' });
  const [one, other] = [a, b].map((code) => cssOf(colourOf(code)));
  node.style.background = `repeating-linear-gradient(135deg, ${one} 0 3px, ${other} 3px 6px)`;
  return node;
}
