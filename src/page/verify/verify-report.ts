/** The report of a check: a list in a popover and rings on the map; loaded with the first check. */
import type { Experiment } from '../../experiment/experiment.ts';
import { mapPlane, valueAt } from '../../experiment/plane.ts';
import type {
  Agreement,
  Checked,
  Finding,
  IndependentAgreement,
} from '../../experiment/verification/agreement.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import { element } from '../ui/dom.ts';
import { valueText } from '../../figure/text/value-text.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './verify.css';
import type { MapPicture } from '../../figure/views.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';

/** Longer lists are counted. */
const MAX_LINES = 8;

/** Enough to see by how much two values differ. */
const DIGITS = 5;

/** Of a ring, in CSS pixels. */
const RADIUS = 6;

const SVG = 'http://www.w3.org/2000/svg';

interface CheckResult {
  readonly experiment: Experiment;
  readonly picture: MapPicture;
  readonly agreement: Agreement;
}

/** What is said of a check that failed. */
export function alertText({ verdict, counts, count, independent }: Agreement): string {
  if (independent && verdict === 'contradicted')
    return t('verify.alarmContradicted', { count: independent.counts.contradicted });
  if (counts.rounding > count / 2)
    return t('verify.alarmShares', { rounding: formatNumber(counts.rounding) });
  return t('verify.alarm', { agreeing: formatNumber(counts.agrees), count: formatNumber(count) });
}

/** Fills the popover. */
export function fillReport(report: HTMLElement, result: CheckResult, again: () => void): void {
  const { agreement, picture } = result;
  const { count, counts, verdict } = agreement;
  const button = element('button', { type: 'button', class: 'button' }, t('verify.again'));
  button.addEventListener('click', again);
  const findings = linesOf(counts, (finding, many) =>
    t(`verify.findings.${finding}`, { count: many }),
  );
  // Mismatches without a known reason come first.
  const order: readonly Finding[] = ['astray', 'boundary', 'unknown', 'rounding'];
  const sorted = order.flatMap((finding) =>
    agreement.disagreements.filter((one) => one.finding === finding),
  );
  const shown = sorted.slice(0, MAX_LINES);
  const rest = sorted.length - shown.length;
  report.replaceChildren(
    element('h2', {}, t('verify.report')),
    element('p', { class: 'verdict' }, t(`verify.verdicts.${verdict}`)),
    element('p', {}, t('verify.sample', { count: formatNumber(count), side: picture.grid.width })),
    element('ul', { class: 'findings' }, ...findings),
    ...(shown.length > 0 ? [tableOf(result, shown)] : []),
    ...(rest > 0 ? [element('p', {}, t('verify.more', { count: formatNumber(rest) }))] : []),
    ...independentPart(result),
    button,
  );
}

/** A line for each finding that was made. */
function linesOf<Kind extends string>(
  counts: Readonly<Record<Kind, number>>,
  say: (finding: Kind, many: number) => string,
): HTMLElement[] {
  return (Object.entries(counts) as [Kind, number][])
    .filter(([, many]) => many > 0)
    .map(([finding, many]) => element('li', { class: finding }, say(finding, many)));
}

/** What an independent integration of a few starts found, where there was one. */
function independentPart(result: CheckResult): readonly HTMLElement[] {
  const { independent } = result.agreement;
  if (!independent) return [];
  const { count, counts, contradictions } = independent;
  const findings = linesOf(counts, (finding, many) =>
    t(`verify.independent.${finding}`, { count: many }),
  );
  const shown = contradictions.slice(0, MAX_LINES);
  const rest = contradictions.length - shown.length;
  return [
    element('p', {}, t('verify.independent.intro', { count })),
    element('ul', { class: 'findings independent' }, ...findings),
    ...(shown.length > 0 ? [tableOf(result, shown, t('verify.independent.column'))] : []),
    ...(rest > 0 ? [element('p', {}, t('verify.more', { count: formatNumber(rest) }))] : []),
  ];
}

type Contradiction = IndependentAgreement['contradictions'][number];

/** Where they start on the slice, and both values. */
function tableOf(
  result: CheckResult,
  list: readonly (Checked | Contradiction)[],
  against = 'float64',
): HTMLElement {
  const { x, y } = mapPlane(result.experiment);
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    texts.map((text) => element(tag, {}, text));
  const axes = [x, y].map((axis) => axisSymbol(axis, true, translate));
  const rows = list.map((one) => {
    const { point, shown, expected } = textsOf(result, one);
    return element('tr', { class: one.finding }, ...cells('td', [...point, shown, expected]));
  });
  const head = element('tr', {}, ...cells('th', [...axes, t('verify.map'), against]));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}

/** Rings around the starts that disagree, with both values for the pointer that rests there. */
export function ringsOf(result: CheckResult): SVGSVGElement {
  const { agreement } = result;
  const layer = document.createElementNS(SVG, 'svg');
  layer.setAttribute('class', 'rings');
  layer.setAttribute('role', 'img');
  layer.setAttribute('aria-label', t('verify.marks'));
  // Where rounding moves most starts there is nothing special about any of them.
  const isMarked = ({ finding }: Checked) =>
    finding !== 'unknown' && (finding !== 'rounding' || agreement.verdict !== 'shares');
  const marked = agreement.disagreements.filter(isMarked);
  for (const one of [...marked, ...(agreement.independent?.contradictions ?? [])]) {
    const { point, shown, expected } = textsOf(result, one);
    const [x, y] = placeOf(result, one);
    const ring = document.createElementNS(SVG, 'circle');
    const attributes = {
      cx: `${100 * x}%`,
      cy: `${100 * (1 - y)}%`,
      r: String(RADIUS),
      class: one.finding,
    };
    for (const [name, value] of Object.entries(attributes)) ring.setAttribute(name, value);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = `(${point.join(', ')}): ${t(isIndependent(one) ? 'verify.independent.values' : 'verify.values', { shown, expected })}`;
    ring.append(title);
    layer.append(ring);
  }
  return layer;
}

interface Texts {
  /** On the slice's axes. */
  readonly point: readonly string[];
  readonly shown: string;
  readonly expected: string;
}

function isIndependent(one: Checked | Contradiction): one is Contradiction {
  return 'row' in one;
}

function textsOf(result: CheckResult, one: Checked | Contradiction): Texts {
  const measure = mapMeasureOf(result.experiment);
  const { x, y } = mapPlane(result.experiment);
  const [right, up] = placeOf(result, one);
  const text = (value: number) => valueText(measure, value, { digits: DIGITS, translate });
  return {
    point: [valueAt(x, right), valueAt(y, up)].map((value) =>
      formatNumber(Number(value.toPrecision(DIGITS))),
    ),
    shown: text(one.shown),
    expected: isIndependent(one) ? rangeText(one, text) : text(one.expected),
  };
}

/** A number that the independent path has, a range where it has one; of a label that it is another. */
function rangeText({ expected }: Contradiction, text: (value: number) => string): string {
  if (!expected) return t('verify.independent.otherwise');
  const [least, most] = [text(expected.least), text(expected.most)];
  return least === most ? least : `${least} … ${most}`;
}

/** Where a pixel's centre lies on the map, in fractions from the lower left. */
function placeOf(
  { picture: { grid } }: CheckResult,
  { pixel }: Pick<Checked, 'pixel'>,
): readonly [number, number] {
  const [column, row] = [pixel % grid.width, Math.floor(pixel / grid.width)];
  return [(column + 0.5) / grid.width, (row + 0.5) / grid.height];
}
