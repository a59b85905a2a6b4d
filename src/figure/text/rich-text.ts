import { element, type Markup } from '../svg.ts';
import type { Fonts } from '../colour/theme.ts';

/**
 * Unicode text with the typography of mathematics: variables in italics, `θ₁` and `10⁻³` with real
 * subscripts and superscripts, which few fonts carry as characters.
 */
export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'variable' | 'subscript' | 'superscript';
}

/** Size of subscripts and superscripts, and how far they move, in em of their text. */
const SCRIPT = { size: 0.72, down: 0.22, up: 0.38 } as const;

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
const PLAIN = '0123456789−';

/**
 * Variables are Greek letters, single Latin letters and the t of dt; a is one before an equals sign
 * only, else it is a word.
 */
const SPECIAL =
  /(?<variable>[α-ω]|(?<![\p{L}\p{Nd}'’])(?:[b-ce-zA-HJ-Z]|a(?= =))(?![\p{L}\p{Nd}'’])|(?<=\bd)t\b)|(?<subscript>[₀-₉]+)|(?<superscript>[⁰¹²³⁴-⁹⁻]+)/gu;

export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(SPECIAL)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), style: 'plain' });
    end = match.index + match[0].length;
    const { variable, subscript } = match.groups!;
    if (variable) runs.push({ text: variable, style: 'variable' });
    else if (subscript) runs.push({ text: lowered(subscript, SUBSCRIPTS), style: 'subscript' });
    else runs.push({ text: lowered(match[0], SUPERSCRIPTS), style: 'superscript' });
  }
  if (end < text.length) runs.push({ text: text.slice(end), style: 'plain' });
  return runs;
}

export interface TextStyle {
  readonly x: number;
  readonly y: number;
  /** Font size. */
  readonly size: number;
  readonly fill: string;
  readonly fonts: Fonts;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Degrees around (x, y). */
  readonly turn?: number;
}

/** A `<text>` with its baseline at (x, y). */
export function textElement(text: string, style: TextStyle): Markup {
  const { x, y, size, fill, fonts, anchor, bold, turn } = style;
  let level = 0;
  // A title is a name, not mathematics, and math fonts have no bold that goes with it.
  const runs: readonly Run[] = bold ? [{ text, style: 'plain' }] : runsOf(text);
  const children = runs.map((run) => {
    const target = levelOf(run) * size;
    const dy = target - level;
    level = target;
    if (run.style === 'plain' && dy === 0) return run.text;
    return element(
      'tspan',
      {
        ...(dy !== 0 && { dy }),
        ...(run.style === 'variable' && { 'font-family': fonts.math, 'font-style': 'italic' }),
        ...(isScript(run) && { 'font-size': size * SCRIPT.size }),
      },
      [run.text],
    );
  });
  return element(
    'text',
    {
      x,
      y,
      fill,
      'font-family': fonts.text,
      'font-size': size,
      'font-weight': bold ? 600 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      transform: turn ? `rotate(${turn} ${x} ${y})` : undefined,
    },
    children,
  );
}

/** Chinese characters and their punctuation: as wide as they are high, and in fonts of their own. */
export const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * A little more than the width of the text at font size 1, without a font at hand: from the widths
 * of Inter and DejaVu Sans.
 */
export function widthOf(text: string, bold = false): number {
  let width = 0;
  for (const run of runsOf(text)) {
    for (const character of run.text) {
      width += advanceOf(character) * (isScript(run) ? SCRIPT.size : 1);
    }
  }
  return bold ? width * 1.07 : width;
}

function advanceOf(character: string): number {
  if (FULL_WIDTH.test(character)) return 1;
  if (/[ijlI.,:;|!'()[\] ·]/.test(character)) return 0.34;
  if (character === '\u2009') return 0.2;
  if (/[mMW%]/.test(character)) return 0.92;
  if (/[A-Zw]/.test(character)) return 0.7;
  if (/[frt]/.test(character)) return 0.4;
  return /[a-z]/.test(character) ? 0.6 : 0.63;
}

function levelOf({ style }: Run): number {
  if (style === 'subscript') return SCRIPT.down;
  return style === 'superscript' ? -SCRIPT.up : 0;
}

function isScript({ style }: Run): boolean {
  return style === 'subscript' || style === 'superscript';
}

function lowered(text: string, alphabet: string): string {
  return Array.from(text, (character) => PLAIN[alphabet.indexOf(character)]).join('');
}
