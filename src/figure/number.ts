import { formatLocale } from 'd3-format';

/** Denominators up to here are read at a glance as a fraction. */
const LARGEST_DENOMINATOR = 1024;

/** More decimals than this make an exact binary fraction easier to read as one. */
const MOST_DECIMALS = 3;

const locale = { decimal: '.', thousands: '\u2009', grouping: [3], currency: ['', ''], minus: '−' } as const;

/** A number for people: −0.25, 1/16, 65 536, 2.5 × 10⁻⁶; at most six digits. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7) && fractionOf(value) === undefined) return scientific(value);
  const fraction = fractionOf(value);
  if (fraction !== undefined) return fraction;
  const { format } = formatLocale({ ...locale, grouping: [...locale.grouping], currency: ['', ''] });
  return format(size < 10_000 ? '.6~r' : ',.7~r')(value);
}

/** `10⁻³`, `2 × 10⁻³`, in Unicode superscripts. */
export function scientific(value: number): string {
  const [mantissa = '', exponent = ''] = Number(value.toPrecision(6)).toExponential().split('e');
  const power = `10${superscript(Number(exponent))}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `−${power}` : `${mantissa.replace('-', '−')} × ${power}`;
}

function superscript(exponent: number): string {
  return Array.from(String(exponent), (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');
}

function fractionOf(value: number): string | undefined {
  const numerator = value * LARGEST_DENOMINATOR;
  const decimals = String(Math.abs(value)).split('.')[1]?.length ?? 0;
  if (!Number.isInteger(numerator) || decimals <= MOST_DECIMALS || Math.abs(value) > 1) return undefined;
  let denominator = LARGEST_DENOMINATOR;
  let reduced = Math.abs(numerator);
  while (reduced % 2 === 0) [reduced, denominator] = [reduced / 2, denominator / 2];
  return `${value < 0 ? '−' : ''}${reduced}/${denominator}`;
}
