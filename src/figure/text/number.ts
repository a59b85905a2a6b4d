import { formatLocale } from 'd3-format';

/** Denominators up to here are read at a glance as a fraction. */
const MAX_DENOMINATOR = 1024;

/** With more decimals than this an exact binary fraction is easier to read as one. */
const MAX_DECIMALS = 3;

/** A number for people, of at most six digits: −0.25, 1/16, 65 536, 2.5 × 10⁻⁶. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const fraction = fractionOf(value);
  if (fraction !== undefined) return fraction;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return scientific(value);
  return decimal(value, size < 10_000 ? '.6~r' : ',.6~r');
}

/**
 * A number as a person would write it beside a picture: to a hundredth, or two digits of a smaller
 * one; a binary fraction as it is.
 */
export function roundedNumber(value: number): { readonly text: string; readonly isExact: boolean } {
  const isBinary = Math.abs(value) <= 1 && Number.isInteger(value * MAX_DENOMINATOR);
  const decimals = Math.max(2, 1 - Math.floor(Math.log10(Math.abs(value))));
  const near = isBinary || decimals > 20 ? value : Number(value.toFixed(decimals));
  return { text: formatNumber(near), isExact: near === value };
}

/** `10⁻³`, `2 × 10⁻³`, in Unicode superscripts. */
export function scientific(value: number): string {
  const [mantissa = '', exponent = ''] = Number(value.toPrecision(6)).toExponential().split('e');
  const power = `10${superscript(Number(exponent))}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `−${power}` : `${mantissa.replace('-', '−')} × ${power}`;
}

/** By a d3-format specifier, with a real minus and thin spaces between thousands. */
export function decimal(value: number, specifier: string): string {
  const locale = formatLocale({
    decimal: '.',
    thousands: '\u2009',
    grouping: [3],
    currency: ['', ''],
    minus: '−',
  });
  return locale.format(specifier)(value);
}

function superscript(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** `3/16`, where that is exact and shorter to read than the decimals. */
function fractionOf(value: number): string | undefined {
  const size = Math.abs(value);
  const numerator = size * MAX_DENOMINATOR;
  const decimals = String(size).split('.')[1]?.length ?? 0;
  if (size > 1 || decimals <= MAX_DECIMALS || !Number.isInteger(numerator)) return undefined;
  let [reduced, denominator] = [numerator, MAX_DENOMINATOR];
  while (reduced % 2 === 0) [reduced, denominator] = [reduced / 2, denominator / 2];
  return `${value < 0 ? '−' : ''}${reduced}/${denominator}`;
}
