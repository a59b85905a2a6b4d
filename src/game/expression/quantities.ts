import type { State } from '../../models/state.ts';
import type { Algebra } from './algebra.ts';
import type { Node } from './graph.ts';
import type { Quantities } from './lower.ts';

/**
 * The quantities of a state as nodes.
 * @param centre the state that the variables are counted from
 */
export function quantitiesOf(algebra: Algebra, centre: State = [0, 0, 0, 0]): Quantities {
  const { graph } = algebra;
  const component = (name: string, index: number) =>
    algebra.add(algebra.constant(centre[index]!), graph.variable(name));
  const phi1 = component('phi1', 0);
  const phi2 = component('phi2', 1);
  const theta1 = component('theta1', 2);
  const theta2 = component('theta2', 3);
  const product = (a: Node, b: Node) => algebra.multiply(a, b);
  return (name) => {
    switch (name) {
      case 'phi1':
      case 'y':
        return phi1;
      case 'phi2':
        return phi2;
      case 'theta1':
      case 'x':
        return theta1;
      case 'theta2':
        return theta2;
      case 'u':
        return algebra.add(product(phi1, theta1), product(phi2, theta2));
      case 'p':
        return algebra.norm(phi1, phi2);
      case 'q':
        return algebra.norm(theta1, theta2);
    }
  };
}
