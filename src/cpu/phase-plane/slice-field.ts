/** The vector field on a slice, in the values of its two axes. */
import { targetOf } from '../../experiment/equilibrium/target.ts';
import { indexOf, type Experiment } from '../../experiment/experiment.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { vectorFieldJvpOf, vectorFieldOf } from '../../models/modifiers.ts';

export interface SliceField {
  /** The rates of both axes at a place of the slice, in an array that the next call overwrites. */
  readonly rates: (x: number, y: number) => Float64Array;
  /** The largest rate of the held components there. */
  readonly leaving: (x: number, y: number) => number;
  /** d rates / d (x, y) there, row by row. */
  readonly jacobian: (x: number, y: number) => readonly [number, number, number, number];
}

/** The field of the flow, with its modifiers, also where a rule follows it. Held components are as on the slice. */
export function sliceFieldOf({ slice, values, ...choice }: Experiment): SliceField {
  const game = modelOf(choice).game(values);
  const [field, jvp] = [vectorFieldOf(game, values), vectorFieldJvpOf(game, values)];
  const target = targetOf({ slice, values, ...choice });
  const [first, second] = [indexOf(slice.x.component), indexOf(slice.y.component)];
  const held = [0, 1, 2, 3].filter((i) => i !== first && i !== second);
  const state = Float64Array.from(slice.hold, (value, i) => value - target[i]!);
  const [all, tangent, out] = [new Float64Array(4), new Float64Array(4), new Float64Array(2)];
  const evaluate = (x: number, y: number) => {
    state[first] = x - target[first]!;
    state[second] = y - target[second]!;
    field(state, all);
  };
  return {
    rates(x, y) {
      evaluate(x, y);
      out[0] = all[first]!;
      out[1] = all[second]!;
      return out;
    },
    leaving(x, y) {
      evaluate(x, y);
      return Math.max(...held.map((i) => Math.abs(all[i]!)));
    },
    jacobian(x, y) {
      evaluate(x, y);
      const column = (index: number) => {
        tangent.fill(0);
        tangent[index] = 1;
        jvp(state, tangent, all);
        return [all[first]!, all[second]!] as const;
      };
      const [[a, c], [b, d]] = [column(first), column(second)];
      return [a, b, c, d];
    },
  };
}
