/** What a check found: a list in a popover, and rings on the map; loaded with the first check. */
import type { Agreement, Checked, Finding } from '../experiment/agreement.ts';
import { textOf, type Experiment } from '../experiment/experiment.ts';
import { startsOfPixels } from '../experiment/grid.ts';
import { pointOf } from '../experiment/starts.ts';
import { formatNumber } from '../figure/number.ts';
import { MEASURES } from '../measures/index.ts';
import type { State } from '../models/state.ts';
import { element } from './dom.ts';
import { startText } from './probe-text.ts';
import { valueText } from './value-text.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './verify.css';
import type { MapPicture } from './views.ts';
import { words } from './words/words.ts';

/** Longer lists are counted. */
const MOST_LINES = 12;

/** Of a ring, in CSS pixels. */
const RADIUS = 6;

const SVG = 'http://www.w3.org/2000/svg';

interface Found {
  readonly experiment: Experiment;
  readonly picture: MapPicture;
  readonly agreement: Agreement;
}

/** Fills the popover. */
export function fillReport(report: HTMLElement, found: Found, again: () => void): void {
  const { verify } = words();
  const { agreement, picture } = found;
  const { count, counts, verdict } = agreement;
  const button = element('button', { type: 'button', class: 'button' }, verify.again);
  button.addEventListener('click', again);
  const findings = Object.entries(counts)
    .filter(([, many]) => many > 0)
    .map(([finding, many]) =>
      element('li', { class: finding }, verify.findings[finding as Finding](formatNumber(many))),
    );
  // What has no known reason is looked at first.
  const order: readonly Finding[] = ['astray', 'boundary', 'rounding'];
  const sorted = order.flatMap((finding) =>
    agreement.disagreements.filter((one) => one.finding === finding),
  );
  const lines = sorted.slice(0, MOST_LINES).map((one) => {
    const { start, values } = textsOf(found, one);
    return element('li', { class: one.finding }, element('span', {}, start), ' ', values);
  });
  const rest = sorted.length - lines.length;
  report.replaceChildren(
    element('h2', {}, verify.report),
    element('p', { class: 'verdict' }, verify.verdicts[verdict]),
    element('p', {}, verify.sample(formatNumber(count), picture.grid.width)),
    element('ul', { class: 'findings' }, ...findings),
    ...(lines.length > 0 ? [element('ol', {}, ...lines)] : []),
    ...(rest > 0 ? [element('p', {}, verify.more(formatNumber(rest)))] : []),
    button,
  );
}

/** Rings around the starts that disagree, with both values for the pointer that rests there. */
export function ringsOf(found: Found): SVGSVGElement {
  const { agreement } = found;
  const layer = document.createElementNS(SVG, 'svg');
  layer.setAttribute('class', 'rings');
  layer.setAttribute('role', 'img');
  layer.setAttribute('aria-label', words().verify.marks);
  // Where rounding moves most starts there is nothing special about any of them.
  const isMarked = ({ finding }: Checked) =>
    finding !== 'rounding' || agreement.verdict !== 'shares';
  for (const one of agreement.disagreements.filter(isMarked)) {
    const { start, values } = textsOf(found, one);
    const { x, y } = pointOf(found.experiment.slice, startOf(found, one));
    const ring = document.createElementNS(SVG, 'circle');
    const attributes = {
      cx: `${100 * x}%`,
      cy: `${100 * (1 - y)}%`,
      r: String(RADIUS),
      class: one.finding,
    };
    for (const [name, value] of Object.entries(attributes)) ring.setAttribute(name, value);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = `${start}: ${values}`;
    ring.append(title);
    layer.append(ring);
  }
  return layer;
}

function textsOf(found: Found, one: Checked): { readonly start: string; readonly values: string } {
  const { verify } = words();
  const measure = MEASURES.find(({ id }) => id === textOf(found.experiment, 'measure'))!;
  const [shown, expected] = [one.shown, one.expected].map((value) => valueText(measure, value, 5));
  const rounded = startOf(found, one).map((value) => Number(value.toPrecision(5)));
  return {
    start: startText(rounded as unknown as State),
    values: verify.values(shown!, expected!),
  };
}

function startOf({ experiment, picture }: Found, { pixel }: Checked): State {
  return [...startsOfPixels(experiment.slice, picture.grid, pixel, 1)] as unknown as State;
}
