import { EXPECTED, mistake, quoted, REMEDIES } from './expression-error.ts';
import { fill } from '../../models/message.ts';
import { COMPARISONS, type Span } from './syntax.ts';

export type TokenKind = 'number' | 'name' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Span;
}

/** Characters of an expression: two pages, and a link holds two of them. */
export const MOST_CHARACTERS = 2000;

/** Alternatives in the order in which they are tried; `y` asks for a match where the last one ended. */
const TOKEN =
  /(?<space>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z]\w*)|(?<operator><=|>=|==|!=|[-+*/^(),<>])/y;

/**
 * The words of a text, with an end after the last one.
 * @throws ExpressionError for a text that is too long or a character that no expression has
 */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > MOST_CHARACTERS) {
    throw mistake(
      {
        got: String(text.length),
        expected: fill(EXPECTED.characters, { most: String(MOST_CHARACTERS) }),
      },
      { start: MOST_CHARACTERS, end: text.length },
    );
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw strange(text, at);
    const end = TOKEN.lastIndex;
    const kind = (['number', 'name', 'operator'] as const).find((key) => groups[key] !== undefined);
    if (kind) tokens.push({ kind, text: text.slice(at, end), span: { start: at, end } });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '', span: { start: at, end: at } }];
}

/** A character that no expression has. */
function strange(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const remedies = new Map([
    ['=', REMEDIES.comparison],
    ['\u2212', REMEDIES.minus],
    ['\u2013', REMEDIES.minus],
    ['\u00b7', REMEDIES.product],
    ['\u00d7', REMEDIES.product],
  ]);
  return mistake(
    { got: quoted(character), expected: EXPECTED.ascii, remedy: remedies.get(character) },
    { start: at, end: at + character.length },
  );
}

export function isComparison(text: string): text is (typeof COMPARISONS)[number] {
  return (COMPARISONS as readonly string[]).includes(text);
}
