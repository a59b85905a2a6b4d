/** Eigenvalues in the complex plane, with where they mean decay: pure. */
import { formatNumber } from '../text/number.ts';
import { documentOf, element, type Markup } from '../svg.ts';

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** The part of the complex plane that is shown: a square around `centre`. */
interface Viewport {
  readonly centre: number;
  readonly halfWidth: number;
}

/** Multipliers this close to 1 are looked at closely. */
const NEAR = 0.3;

/**
 * A square picture: eigenvalues of a flow with the left half-plane shaded, or multipliers of a rule
 * with the unit disc. Its parts have classes; the page gives them colours.
 * @param side in CSS pixels
 */
export function spectrumSvg(
  kind: 'eigenvalues' | 'multipliers',
  values: readonly Complex[],
  side: number,
  label: string,
): string {
  const viewport = kind === 'eigenvalues' ? aroundZero(values) : aroundCircle(values);
  const scale = side / (2 * viewport.halfWidth);
  const x = (re: number) => side / 2 + (re - viewport.centre) * scale;
  const y = (im: number) => side / 2 - im * scale;
  const axes = [
    line(0, y(0), side, y(0)),
    ...(Math.abs(viewport.centre) < viewport.halfWidth ? [line(x(0), 0, x(0), side)] : []),
  ];
  const region =
    kind === 'eigenvalues'
      ? element('rect', { class: 'stable', x: 0, y: 0, width: x(0), height: side })
      : element('circle', { class: 'stable', cx: x(0), cy: y(0), r: scale });
  const points = values.map(({ re, im }) =>
    element('circle', { class: 'eigenvalue', cx: x(re), cy: y(im), r: 3 }),
  );
  return documentOf(
    { x: 0, y: 0, width: side, height: side },
    { class: 'complex-plane', role: 'img', 'aria-label': label },
    [region, ...axes, ...labelsOf(viewport, side), ...points],
  );
}

/** Names of both axes, and the value at the right end of the real one. */
function labelsOf({ centre, halfWidth }: Viewport, side: number): readonly Markup[] {
  const name = (text: string, x: number, y: number, anchor: string) =>
    element('text', { class: 'axis-label', x, y, 'text-anchor': anchor }, [text]);
  const end = formatNumber(Number((centre + halfWidth).toPrecision(2)));
  return [
    name('Re', side - 3, side / 2 - 3, 'end'),
    name('Im', side / 2 + 6, 10, 'start'),
    name(end, side - 3, side / 2 + 10, 'end'),
  ];
}

/** Room for all eigenvalues, and so that small ones do not look large. */
function aroundZero(values: readonly Complex[]): Viewport {
  return { centre: 0, halfWidth: 1.25 * Math.max(0.4, ...values.map(sizeOf)) };
}

/** The whole unit circle, or, where all multipliers crowd near 1, what parts them from it. */
function aroundCircle(values: readonly Complex[]): Viewport {
  const apart = Math.max(...values.map(({ re, im }) => Math.hypot(re - 1, im)));
  if (apart < NEAR) return { centre: 1, halfWidth: 1.6 * Math.max(apart, 0.01) };
  return { centre: 0, halfWidth: 1.2 * Math.max(1, ...values.map(sizeOf)) };
}

function sizeOf({ re, im }: Complex): number {
  return Math.hypot(re, im);
}

function line(x1: number, y1: number, x2: number, y2: number): Markup {
  return element('line', { class: 'axis', x1, y1, x2, y2 });
}
