import { isUnary, type Comparing, type Node, type Unary } from './graph.ts';
import { isQuantity, type FunctionName } from './names.ts';
import type { Arithmetic, Comparison, Syntax } from './syntax.ts';

const NOWHERE = { start: 0, end: 0 };

/** A node as somebody would write it: what the compiler made of an expression, to be read. */
export function raise(node: Node): Syntax {
  const { operation, value, name } = node;
  const inner = logitOf(node);
  if (inner) return inner;
  const [a, b, c] = node.args as [Node, Node, Node];
  if (isUnary(operation)) return functionOf(operation, raise(a));
  switch (operation) {
    case 'constant':
      return numberOf(value);
    case 'variable':
      if (!isQuantity(name)) throw new Error(`unknown quantity: ${name}`);
      return { kind: 'quantity', name, span: NOWHERE };
    case 'parameter':
      return { kind: 'parameter', name, span: NOWHERE };
    case 'add':
      return arithmetic('+', raise(a), raise(b));
    case 'subtract':
      return arithmetic('-', raise(a), raise(b));
    case 'multiply':
      return arithmetic('*', raise(a), raise(b));
    case 'divide':
    case 'divideOrZero':
      return arithmetic('/', raise(a), raise(b));
    case 'power':
    case 'powerOrZero':
      return arithmetic('^', raise(a), raise(b));
    case 'wholePower':
      return arithmetic('^', raise(a), numberOf(value));
    case 'norm':
      return normOf(a, b);
    case 'direction':
      return arithmetic('/', raise(a), normOf(a, b));
    case 'less':
    case 'lessOrEqual':
    case 'equal':
    case 'notEqual':
      return {
        kind: 'comparison',
        operator: COMPARED[operation],
        left: raise(a),
        right: raise(b),
        span: NOWHERE,
      };
    case 'select':
      return call('if', raise(a), raise(b), raise(c));
    case 'min':
    case 'max':
      return call(operation, raise(a), raise(b));
  }
}

function functionOf(operation: Unary, argument: Syntax): Syntax {
  if (operation === 'negate') return negation(argument);
  if (operation === 'sigmoidOfOpposite') return call('sigmoid', negation(argument));
  return call(operation, argument);
}

const COMPARED: Readonly<Record<Comparing, Comparison>> = {
  less: '<',
  lessOrEqual: '<=',
  equal: '==',
  notEqual: '!=',
};

function numberOf(value: number): Syntax {
  if (value < 0) return negation(numberOf(-value));
  if (value === Math.PI || value === Math.E) {
    return { kind: 'constant', name: value === Math.PI ? 'pi' : 'e', span: NOWHERE };
  }
  return { kind: 'number', value, span: NOWHERE };
}

function negation(of: Syntax): Syntax {
  return { kind: 'negation', of, span: NOWHERE };
}

function arithmetic(operator: Arithmetic, left: Syntax, right: Syntax): Syntax {
  return { kind: 'arithmetic', operator, left, right, span: NOWHERE };
}

function call(name: FunctionName, ...args: Syntax[]): Syntax {
  return { kind: 'call', name, args, span: NOWHERE };
}

/** `phi1 theta1 + phi2 theta2` is u. */
function logitOf(node: Node): Syntax | undefined {
  if (node.operation !== 'add') return undefined;
  const names = node.args.map(({ operation, args }) =>
    operation === 'multiply'
      ? args
          .map(({ name }) => name)
          .toSorted()
          .join()
      : '',
  );
  return names.toSorted().join(' ') === 'phi1,theta1 phi2,theta2'
    ? { kind: 'quantity', name: 'u', span: NOWHERE }
    : undefined;
}

/** |phi| is p, |theta| is q, and others are roots of squares. */
function normOf(a: Node, b: Node): Syntax {
  const names = [a.name, b.name].toSorted().join();
  if (names === 'phi1,phi2') return { kind: 'quantity', name: 'p', span: NOWHERE };
  if (names === 'theta1,theta2') return { kind: 'quantity', name: 'q', span: NOWHERE };
  const square = (node: Node) => arithmetic('^', raise(node), numberOf(2));
  return call('sqrt', arithmetic('+', square(a), square(b)));
}
