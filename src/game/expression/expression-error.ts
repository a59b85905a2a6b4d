import {
  declareMessages,
  englishOf,
  fill,
  type Message,
  type MessageValue,
} from '../../models/message.ts';
import { closest, distance } from 'fastest-levenshtein';
import type { Span } from './syntax.ts';

/** Why a text is no expression: `at 7: "sigmod", expected a function; did you mean sigmoid?`. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** What was got and expected, without its place. */
  readonly reason: Message;
  readonly span: Span;

  constructor(reason: Message, span: Span) {
    super(englishOf(reason));
    this.reason = reason;
    this.span = span;
  }

  /** The reason with its place, counted from 1. */
  get placed(): Message {
    return fill(REASONS.placed, { place: this.span.start + 1, reason: this.reason });
  }
}

export const REASONS = declareMessages('expression', {
  placed: 'at {place}: {reason}',
  got: '{got}, expected {expected}',
  gotWithRemedy: '{got}, expected {expected}; {remedy}',
  didYouMean: 'did you mean {name}?',
  quoted: '"{text}"',
  end: 'the end',
  constant: 'a constant that is not finite',
});

export const EXPECTED = declareMessages('expression.expected', {
  characters: 'at most {most} characters',
  nodes: 'at most {most} numbers, names and operators',
  depth: 'at most {most} brackets, signs or powers within each other',
  operations: 'at most {most} operations with all derivatives',
  ascii: 'letters, digits and + - * / ^ ( ) , < > = !',
  operand: 'a number, a name, - or (',
  operator: 'an operator',
  close: ')',
  commaOrClose: ', or )',
  open: '( after a function',
  function: 'a function: {names}',
  arguments: '{count} arguments',
  number: 'a number',
  comparison: 'a comparison such as u > 0',
  finite: 'a finite number',
  parameter: 'a name of 24 letters and digits at most that nothing else has',
  gameName: 'a name of the game: {names}',
  declared: 'a declared parameter: {names}',
});

export const REMEDIES = declareMessages('expression.remedy', {
  product: 'write * for a product',
  power: 'write ^ for a power',
  comparison: 'write == to compare',
  minus: 'write - for minus',
});

interface Mistake {
  readonly got: MessageValue;
  readonly expected: Message;
  readonly remedy?: Message | undefined;
}

/** @returns the error, to be thrown */
export function mistake({ got, expected, remedy }: Mistake, span: Span): ExpressionError {
  const reason = remedy
    ? fill(REASONS.gotWithRemedy, { got, expected, remedy })
    : fill(REASONS.got, { got, expected });
  return new ExpressionError(reason, span);
}

/** A piece of a text, short, and with control characters written out. */
export function quoted(text: string): Message {
  if (text === '') return REASONS.end;
  const printable = text.replaceAll(
    /[^\x20-\x7e]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  const short = printable.length > 30 ? `${printable.slice(0, 30)}…` : printable;
  return fill(REASONS.quoted, { text: short });
}

/** `did you mean sigmoid?` where a candidate is near. */
export function suggestionOf(name: string, candidates: readonly string[]): Message | undefined {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? undefined : fill(REASONS.didYouMean, { name: nearest });
}

function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > 24 || candidates.length === 0) return undefined;
  const lower = name.toLowerCase();
  const nearest = closest(lower, candidates);
  const tolerated = Math.max(1, Math.floor(Math.max(name.length, nearest.length) * 0.4));
  return distance(lower, nearest.toLowerCase()) <= tolerated ? nearest : undefined;
}
