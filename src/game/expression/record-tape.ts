import { INSTRUCTIONS, type Tape } from '../tape.ts';
import { inOrder, type Node } from './graph.ts';

type Instruction = (typeof INSTRUCTIONS)[number];

const CODES: ReadonlyMap<string, number> = new Map(
  INSTRUCTIONS.map((instruction, code) => [instruction, code]),
);

/**
 * The tape that computes nodes.
 * @param inputs variables, in the order of the first registers
 */
export function recordTape(inputs: readonly Node[], outputs: readonly Node[]): Tape {
  return new Recorder(inputs, outputs).tape();
}

class Recorder {
  private readonly nodes: readonly Node[];
  private readonly outputs: readonly Node[];
  private readonly registers = new Map<Node, number>();
  /** How many nodes and outputs read a node. */
  private readonly readers = new Map<Node, number>();
  /** Nodes that follow from parameters and constants alone. */
  private readonly fixed = new Set<Node>();
  private readonly prelude: number[] = [];
  private readonly code: number[] = [];
  private readonly constants: Tape['constants'][number][] = [];
  private readonly parameters: Tape['parameters'][number][] = [];
  /** Products that their one reader, a sum or a sign, does itself. */
  private readonly fused = new Set<Node>();
  private next = 0;

  constructor(inputs: readonly Node[], outputs: readonly Node[]) {
    this.outputs = outputs;
    this.nodes = inOrder(outputs);
    for (const input of inputs) this.registers.set(input, this.next++);
    for (const node of [...this.nodes.flatMap(({ args }) => args), ...outputs]) {
      this.readers.set(node, (this.readers.get(node) ?? 0) + 1);
    }
    for (const node of this.nodes) {
      const product = this.productIn(node);
      if (product) this.fused.add(product);
    }
  }

  tape(): Tape {
    for (const node of this.nodes) this.record(node);
    return {
      code: [...this.prelude, ...this.code],
      prelude: this.prelude.length,
      registers: this.next,
      constants: this.constants,
      parameters: this.parameters,
      outputs: this.outputs.map((output) => this.registerOf(output)),
    };
  }

  private registerOf(node: Node): number {
    const register = this.registers.get(node);
    if (register === undefined) throw new Error(`missing register: ${node.operation} ${node.name}`);
    return register;
  }

  private record(node: Node): void {
    if (this.registers.has(node) || this.fused.has(node)) return;
    const { operation, args, value, name } = node;
    if (operation === 'constant' || operation === 'parameter') {
      const register = this.next++;
      this.registers.set(node, register);
      this.fixed.add(node);
      if (operation === 'constant') this.constants.push({ register, value });
      else this.parameters.push({ register, name });
      return;
    }
    const [instruction, read, whole] = this.instructionOf(node);
    if (read.every((arg) => this.fixed.has(arg))) this.fixed.add(node);
    const register = this.next;
    this.next += instruction === 'logistics' ? 2 : 1;
    if (instruction === 'logistics') {
      for (const [offset, pair] of this.logisticsOf(args[0]!).entries()) {
        this.registers.set(pair!, register + offset);
        if (this.fixed.has(node)) this.fixed.add(pair!);
      }
    } else this.registers.set(node, register);
    const [a = 0, b = 0, c = whole] = read.map((arg) => this.registerOf(arg));
    const code = CODES.get(instruction);
    if (code === undefined) throw new Error(`unknown instruction: ${instruction}`);
    (this.fixed.has(node) ? this.prelude : this.code).push(code, register, a, b, c);
  }

  /** The argument of a sum or a sign that is a product read by nobody else. */
  private productIn({ operation, args }: Node): Node | undefined {
    if (!FUSING.has(operation)) return undefined;
    return args.findLast((arg) => arg.operation === 'multiply' && this.readers.get(arg) === 1);
  }

  /** The instruction of a node, the nodes it reads, and a whole number of its own. */
  private instructionOf(node: Node): readonly [Instruction, readonly Node[], number] {
    const { operation, args, value } = node;
    const product = this.productIn(node);
    if (product) {
      const other = args.find((arg) => arg !== product);
      const factors = product.args;
      if (operation === 'negate' || !other) return ['negateProduct', factors, 0];
      if (operation === 'add') return ['multiplyAdd', [...factors, other], 0];
      const isFirst = args[0] === product;
      return [isFirst ? 'multiplySubtract' : 'subtractProduct', [...factors, other], 0];
    }
    if (operation === 'wholePower') {
      return value === 2 ? ['square', args, 0] : ['wholePower', args, value];
    }
    if (operation === 'sigmoid' || operation === 'sigmoidOfOpposite') {
      const both = this.logisticsOf(args[0]!).every((pair) => pair !== undefined);
      return [both ? 'logistics' : operation, args, 0];
    }
    return [operation as Instruction, args, 0];
  }

  /** sigma(x) and sigma(-x), where they are asked for. */
  private logisticsOf(x: Node): readonly [Node | undefined, Node | undefined] {
    const find = (operation: string) =>
      this.nodes.find((node) => node.operation === operation && node.args[0] === x);
    return [find('sigmoid'), find('sigmoidOfOpposite')];
  }
}

const FUSING: ReadonlySet<string> = new Set(['add', 'subtract', 'negate']);
