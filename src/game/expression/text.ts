import type { Syntax } from './syntax.ts';

/** How tightly a tree holds together; brackets are where something looser stands within. */
const [COMPARING, SUM, PRODUCT, SIGN, POWER, ATOM] = [1, 2, 3, 4, 5, 6];

/** The text of a tree, with no more brackets than it needs: parsed again it is the same tree. */
export function textOf(tree: Syntax): string {
  return written(tree)[0];
}

/** A text and how tightly it holds together. */
function written(node: Syntax): readonly [string, number] {
  switch (node.kind) {
    case 'number':
      return [numberText(node.value), ATOM];
    case 'constant':
    case 'quantity':
    case 'parameter':
      return [node.name, ATOM];
    case 'negation':
      return [`-${within(node.of, SIGN)}`, SIGN];
    case 'comparison':
      return [`${within(node.left, SUM)} ${node.operator} ${within(node.right, SUM)}`, COMPARING];
    case 'call':
      return [`${node.name}(${node.args.map(textOf).join(', ')})`, ATOM];
    case 'arithmetic': {
      const { operator, left, right } = node;
      if (operator === '^') return [`${within(left, ATOM)}^${within(right, SIGN)}`, POWER];
      const own = operator === '+' || operator === '-' ? SUM : PRODUCT;
      const sign = own === SUM ? ` ${operator} ` : operator;
      // Of equal operators the left one binds first.
      return [`${within(left, own)}${sign}${within(right, own + 1)}`, own];
    }
  }
}

function within(node: Syntax, least: number): string {
  const [text, own] = written(node);
  return own < least ? `(${text})` : text;
}

/** All digits; numbers have no sign. */
function numberText(value: number): string {
  return String(value).replace('e+', 'e');
}
