import { EXPECTED, mistake, quoted, REMEDIES, suggestionOf } from './expression-error.ts';
import { fill } from '../../models/message.ts';
import {
  arityOf,
  isConstant,
  isFunction,
  isQuantity,
  KNOWN_NAMES,
  type FunctionName,
} from './names.ts';
import type { Arithmetic, Span, Syntax } from './syntax.ts';
import { isComparison, tokensOf, type Token } from './tokens.ts';

/** Numbers, names and operators in an expression. */
const MOST_NODES = 1000;

/** Brackets, signs and powers within each other; no stack is as shallow. */
const DEEPEST = 100;

/** Binding powers, loosest first; `^` binds its exponent from the right. */
const BINDING: ReadonlyMap<string, number> = new Map([
  ['<', 1],
  ['<=', 1],
  ['>', 1],
  ['>=', 1],
  ['==', 1],
  ['!=', 1],
  ['+', 2],
  ['-', 2],
  ['*', 3],
  ['/', 3],
  ['^', 5],
]);

/** Of a sign: `-x^2` is `-(x^2)`, and `-x*y` is `(-x)*y`. */
const SIGN = 4;

/**
 * The tree of an expression's text. A comparison stands only as the first argument of `if`, and `if`
 * has only a comparison there: that is all that types are.
 * @throws ExpressionError with the place of the first mistake and what was expected there
 */
export function parse(text: string): Syntax {
  return new Parser(text).whole();
}

/** A precedence climber. */
class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private next = 0;
  private depth = 0;
  private nodes = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  whole(): Syntax {
    const tree = this.number(this.climb(1));
    const { kind } = this.token;
    if (kind !== 'end') throw this.unexpectedAfter();
    return tree;
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private has(text: string): boolean {
    return this.token.text === text;
  }

  private take(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.next += 1;
    return token;
  }

  private climb(least: number): Syntax {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw mistake(
        {
          got: quoted(this.token.text),
          expected: fill(EXPECTED.depth, { most: String(DEEPEST) }),
        },
        this.token.span,
      );
    }
    let left = this.operand();
    for (;;) {
      const { text, kind } = this.token;
      const binding = kind === 'operator' ? BINDING.get(text) : undefined;
      if (binding === undefined || binding < least) break;
      const operator = this.take();
      // Of equal operators the left one binds first, but for powers.
      const right = this.climb(text === '^' ? binding : binding + 1);
      left = this.joined(operator, left, right);
    }
    this.depth -= 1;
    return left;
  }

  private joined({ text }: Token, left: Syntax, right: Syntax): Syntax {
    this.number(left);
    this.number(right);
    const span = { start: left.span.start, end: right.span.end };
    const node = isComparison(text)
      ? ({ kind: 'comparison', operator: text, left, right, span } as const)
      : ({ kind: 'arithmetic', operator: text as Arithmetic, left, right, span } as const);
    return this.counted(node);
  }

  private operand(): Syntax {
    const token = this.take();
    const { text, span } = token;
    if (token.kind === 'number') return this.literal(token);
    if (token.kind === 'name') return this.named(token);
    if (text === '-' || text === '+') {
      const of = this.number(this.climb(SIGN));
      if (text === '+') return of;
      return this.counted({ kind: 'negation', of, span: { start: span.start, end: of.span.end } });
    }
    if (text === '(') {
      const inner = this.climb(1);
      this.close(EXPECTED.close);
      return inner;
    }
    const before = this.tokens[this.next - 2];
    const isPower = text === '*' && before?.text === '*';
    throw mistake(
      {
        got: quoted(text),
        expected: EXPECTED.operand,
        remedy: isPower ? REMEDIES.power : undefined,
      },
      span,
    );
  }

  private literal({ text, span }: Token): Syntax {
    const value = Number(text);
    if (!Number.isFinite(value)) {
      throw mistake({ got: quoted(text), expected: EXPECTED.finite }, span);
    }
    return this.counted({ kind: 'number', value, span });
  }

  private named(token: Token): Syntax {
    const { text: name, span } = token;
    if (isFunction(name)) return this.call(name, span);
    if (this.has('(')) {
      const functions = KNOWN_NAMES.filter((known) => isFunction(known));
      // A known value before a bracket is a product without its sign.
      const isProduct = isQuantity(name) || isConstant(name);
      throw mistake(
        {
          got: quoted(name),
          expected: fill(EXPECTED.function, { names: functions.join(', ') }),
          remedy: isProduct ? REMEDIES.product : suggestionOf(name, functions),
        },
        span,
      );
    }
    if (isQuantity(name)) return this.counted({ kind: 'quantity', name, span });
    if (isConstant(name)) return this.counted({ kind: 'constant', name, span });
    return this.counted({ kind: 'parameter', name: parameterName(name, span), span });
  }

  private call(name: FunctionName, span: Span): Syntax {
    if (!this.has('(')) {
      throw mistake({ got: quoted(this.token.text), expected: EXPECTED.open }, this.token.span);
    }
    this.take();
    const args: Syntax[] = [];
    if (!this.has(')')) {
      args.push(this.argument(name, 0));
      while (this.has(',')) {
        this.take();
        args.push(this.argument(name, args.length));
      }
    }
    const end = this.close(args.length < arityOf(name)! ? EXPECTED.commaOrClose : EXPECTED.close);
    const whole = { start: span.start, end };
    if (args.length !== arityOf(name)) {
      throw mistake(
        {
          got: quoted(this.text.slice(whole.start, whole.end)),
          expected: fill(EXPECTED.arguments, { count: String(arityOf(name)) }),
        },
        whole,
      );
    }
    return this.counted({ kind: 'call', name, args, span: whole });
  }

  private argument(name: string, index: number): Syntax {
    const argument = this.climb(1);
    if (name !== 'if' || index > 0) return this.number(argument);
    if (argument.kind === 'comparison') return argument;
    throw mistake(
      { got: quoted(this.textOf(argument)), expected: EXPECTED.comparison },
      argument.span,
    );
  }

  /** Refuses a comparison where a number has to be. */
  private number(node: Syntax): Syntax {
    if (node.kind !== 'comparison') return node;
    throw mistake({ got: quoted(this.textOf(node)), expected: EXPECTED.number }, node.span);
  }

  /** @returns where the bracket ends */
  private close(expected: typeof EXPECTED.close): number {
    if (!this.has(')')) throw this.unexpectedAfter(expected);
    return this.take().span.end;
  }

  /** What may not follow an operand. */
  private unexpectedAfter(expected = EXPECTED.operator) {
    const { kind, text, span } = this.token;
    const isOperand = kind === 'number' || kind === 'name' || text === '(';
    return mistake(
      { got: quoted(text), expected, remedy: isOperand ? REMEDIES.product : undefined },
      span,
    );
  }

  private counted<Node extends Syntax>(node: Node): Node {
    this.nodes += 1;
    if (this.nodes <= MOST_NODES) return node;
    throw mistake(
      {
        got: quoted(this.textOf(node)),
        expected: fill(EXPECTED.nodes, { most: String(MOST_NODES) }),
      },
      node.span,
    );
  }

  private textOf({ span: { start, end } }: Syntax): string {
    return this.text.slice(start, end);
  }
}

/** A name that may be a parameter's: not one that is nearly a known one. */
function parameterName(name: string, span: Span): string {
  const lower = name.toLowerCase();
  // `Exp`, `PI`, `theta3` or `phi` are meant to be known.
  const known = KNOWN_NAMES.find((candidate) => candidate === lower);
  const isState = /^(phi|theta)_?\d*$/.test(lower);
  if (name.length <= 24 && known === undefined && !isState && !(name in Object.prototype)) {
    return name;
  }
  throw mistake(
    {
      got: quoted(name),
      expected: EXPECTED.parameter,
      remedy: suggestionOf(name, known === undefined ? KNOWN_NAMES : [known]),
    },
    span,
  );
}
