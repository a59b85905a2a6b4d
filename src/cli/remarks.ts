import { writeSync } from 'node:fs';
import { inOneLine, shortened } from './errors.ts';

/** Characters of a line; messages of Ganfield's own have fewer than 700. */
const LONGEST_LINE = 1200;

/**
 * What a terminal does not print but obeys, or prints elsewhere than where it stands: controls
 * (C0, DEL, C1), format characters such as those that turn the direction of text, separators of
 * lines, and surrogates without their half.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** One line to stderr, where everything goes that is not data. */
export function say(line: string): void {
  try {
    writeSync(2, `ganfield: ${printable(line)}\n`);
  } catch {
    // stderr is closed.
  }
}

/** The text in one line of bounded length, with escapes such as `\u001b` for what is unprintable. */
export function printable(text: string): string {
  return shortened(inOneLine(text), LONGEST_LINE).replaceAll(UNPRINTABLE, escaped);
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
