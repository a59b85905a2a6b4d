import { COMPONENTS, type Component, type State } from '../models/state.ts';
import type { Algebra } from './expression/algebra.ts';
import { derivativesOf } from './expression/derivative.ts';
import type { Node } from './expression/graph.ts';
import type { Quantities } from './expression/lower.ts';
import { quantitiesOf } from './expression/quantities.ts';
import type { GameSource } from './game-source.ts';

export const ORIGIN: State = [0, 0, 0, 0];

/**
 * The players' losses, where there are any, and the field that follows.
 * @param centre the state that variables are counted from
 * @param nodeOf the node of the text at a place, 0 where there is none
 */
export function playersOf(
  algebra: Algebra,
  source: GameSource,
  centre: State,
  nodeOf: (place: string, quantities: Quantities) => Node,
): { readonly losses?: readonly [Node, Node]; readonly field: readonly Node[] } {
  const quantities = quantitiesOf(algebra, centre);
  if ('field' in source) {
    return { field: COMPONENTS.map((name) => nodeOf(`field.${name}`, quantities)) };
  }
  const lossG = nodeOf('minMax' in source ? 'minMax' : 'lossG', quantities);
  // y ascends what x descends.
  const lossD = 'minMax' in source ? algebra.negate(lossG) : nodeOf('lossD', quantities);
  const descent = (loss: Node, name: Component) => {
    const seeds = new Map([[algebra.graph.variable(name), algebra.one]]);
    return algebra.negate(derivativesOf(algebra, [loss], seeds)[0]!);
  };
  return {
    losses: [lossD, lossG],
    field: [
      descent(lossD, 'phi1'),
      descent(lossD, 'phi2'),
      descent(lossG, 'theta1'),
      descent(lossG, 'theta2'),
    ],
  };
}
