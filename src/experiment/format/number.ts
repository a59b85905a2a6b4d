/** The one reading of numbers that people write: fields of the page, flags, links and CSV. */
import { fill, type Message } from '../../models/message.ts';
import { REMEDIES } from '../refusal.ts';

/** The blanks that stand between groups of three digits. */
const BLANK = '[ \\u00A0\\u2009\\u202F]';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = new RegExp(`^[+-]?\\d{1,3}(?:${BLANK}\\d{3})+(?:\\.\\d+)?$`);
const POWER = /^([+-]?)(?:(\d+(?:\.\d+)?)\s*[×·]\s*)?10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;
/** Hexadecimal, octal and binary numbers as `Number` reads them: old links may hold some. */
const OTHER_BASE = /^0[xob][\da-f]+$/i;
const ONE_COMMA = /^([+-]?)(\d*),(\d+)((?:e[+-]?\d+)?)$/i;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The number that a text spells: decimals, powers of ten, and what people write beside them: the
 * minus sign U+2212, a decimal comma where it cannot part thousands, fractions such as 1/3, and the
 * forms of `formatNumber`, such as 65 536 and 2 × 10⁻³.
 * @returns NaN where the text spells none, or one that float64 rounds to 0
 */
export function parseNumber(text: string): number {
  const [numerator = '', denominator, ...rest] = text.trim().replaceAll('−', '-').split('/');
  if (rest.length > 0) return NaN;
  const above = parseDecimal(numerator.trim());
  if (denominator === undefined) return above;
  const below = parseDecimal(denominator.trim());
  const quotient = above / below;
  const isUnderflow = quotient === 0 && above !== 0;
  return below === 0 || isUnderflow ? NaN : quotient;
}

/** What to write instead of a text that `parseNumber` refuses, where something is near it. */
export function numberRemedy(text: string): Message | undefined {
  const trimmed = text.trim().replaceAll('−', '-');
  const comma = ONE_COMMA.exec(trimmed);
  if (comma && isAmbiguous(comma)) {
    const [, sign = '', whole = '', part = ''] = comma;
    return fill(REMEDIES.writeEither, {
      one: `${sign}${whole}.${part}`,
      other: `${sign}${whole}${part}`,
    });
  }
  const percent = /^([+-]?[\d.]+)\s*%$/.exec(trimmed)?.[1];
  if (percent !== undefined) return fill(REMEDIES.write, { text: `${percent}/100` });
  if (/^[+-]?\d[\d.,' ]*$/.test(trimmed) && Number.isNaN(parseNumber(trimmed))) {
    return REMEDIES.noSeparators;
  }
  return undefined;
}

/**
 * The two ends of a range: `-2:2`, `−2 … 2`, `-2 to 2`, `1–2`, `[-2, 2]`, `-0,5; 0,5` or `-2 2`.
 * @returns undefined where the text is not two parts; each part is text for `parseNumber`
 */
export function splitRange(text: string): readonly [string, string] | undefined {
  const inside = text.trim().replace(/^[[(](.*)[\])]$/, '$1');
  const separators = [/…|\.{2,3}|:|;|–|~|\bto\b|到|至/, /,\s+/, /\s+/, /,/];
  for (const separator of separators) {
    const [from, to, ...rest] = inside.split(separator).map((part) => part.trim());
    if (from && to && rest.length === 0) return [from, to];
  }
  return undefined;
}

/** A number without a fraction bar, its minus sign a hyphen. */
function parseDecimal(text: string): number {
  if (OTHER_BASE.test(text)) return Number(text);
  const plain = plainForm(text);
  if (!DECIMAL.test(plain)) return NaN;
  const value = Number(plain);
  const [mantissa = ''] = plain.split(/e/i);
  return value === 0 && /[1-9]/.test(mantissa) ? NaN : value;
}

/** The form that `DECIMAL` matches, of the forms that have one. */
function plainForm(text: string): string {
  if (GROUPED.test(text)) return text.replaceAll(new RegExp(BLANK, 'g'), '');
  const power = POWER.exec(text);
  if (power) {
    const [, sign = '', mantissa = '1', exponent = ''] = power;
    return `${sign}${mantissa}e${Array.from(exponent, digitOf).join('')}`;
  }
  const comma = ONE_COMMA.exec(text);
  return comma && !isAmbiguous(comma) ? text.replace(',', '.') : text;
}

function digitOf(superscript: string): string {
  return superscript === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(superscript));
}

/** Three digits after a comma may be thousands, unless what is before it cannot be. */
function isAmbiguous([, , whole = '', part = '']: RegExpExecArray): boolean {
  return part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
}
