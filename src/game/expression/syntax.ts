import type { ConstantName, FunctionName, Quantity } from './names.ts';

/** A piece of the text: from `start` to before `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='] as const;

export type Comparison = (typeof COMPARISONS)[number];

export type Arithmetic = '+' | '-' | '*' | '/' | '^';

/** What somebody wrote, as a tree. Comparisons are true or false, everything else is a number. */
export type Syntax =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'constant'; readonly name: ConstantName; readonly span: Span }
  | { readonly kind: 'quantity'; readonly name: Quantity; readonly span: Span }
  | { readonly kind: 'parameter'; readonly name: string; readonly span: Span }
  | { readonly kind: 'negation'; readonly of: Syntax; readonly span: Span }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly span: Span;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly args: readonly Syntax[];
      readonly span: Span;
    };

/** The parts of a node, in the text's order. */
export function partsOf(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case 'number':
    case 'constant':
    case 'quantity':
    case 'parameter':
      return [];
    case 'negation':
      return [node.of];
    case 'arithmetic':
    case 'comparison':
      return [node.left, node.right];
    case 'call':
      return node.args;
  }
}

/** Calls `visit` with a node and everything in it. */
export function walk(node: Syntax, visit: (node: Syntax) => void): void {
  visit(node);
  for (const part of partsOf(node)) walk(part, visit);
}
