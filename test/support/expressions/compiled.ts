import { Algebra } from '../../../src/game/expression/algebra.ts';
import { derivativesOf } from '../../../src/game/expression/derivative.ts';
import { Graph, type Node } from '../../../src/game/expression/graph.ts';
import { lower } from '../../../src/game/expression/lower.ts';
import { parse } from '../../../src/game/expression/parse.ts';
import { quantitiesOf } from '../../../src/game/expression/quantities.ts';
import { recordTape } from '../../../src/game/expression/record-tape.ts';
import { playerOf } from '../../../src/game/tape.ts';
import { COMPONENTS } from '../../../src/models/state.ts';

/** An expression as nodes. */
export interface CompiledNodes {
  readonly algebra: Algebra;
  readonly value: Node;
  /** By the components of the state. */
  readonly gradient: readonly Node[];
}

export function nodesOf(text: string): CompiledNodes {
  const algebra = new Algebra(new Graph());
  const value = lower(algebra, parse(text), quantitiesOf(algebra));
  const gradient = COMPONENTS.map((name) => derivativeBy(algebra, value, name));
  return { algebra, value, gradient };
}

export function derivativeBy(algebra: Algebra, node: Node, name: string): Node {
  const seeds = new Map([[algebra.graph.variable(name), algebra.one]]);
  return derivativesOf(algebra, [node], seeds)[0]!;
}

/** Nodes as a function of state and `k`, computed by a tape. */
export function taped(
  algebra: Algebra,
  outputs: readonly Node[],
): (s: ArrayLike<number>, k: number) => number[] {
  const inputs = COMPONENTS.map((name) => algebra.graph.variable(name));
  const tape = recordTape(inputs, outputs);
  return (s, k) => {
    const player = playerOf(tape, { k });
    player.registers.set(Array.from(s));
    player.run();
    return player.outputs.map((register) => player.registers[register]!);
  };
}
