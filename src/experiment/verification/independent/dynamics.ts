/** The flow of an experiment as regimes: written apart from what the engines integrate. */
import type { Field, Game } from '../../../models/model.ts';
import type { State } from '../../../models/state.ts';
import { numberOf, type Experiment } from '../../experiment.ts';
import { modelOf } from '../../parameters.ts';
import { boxed, jumping, smooth, type Derivative, type Regime } from './regime.ts';

/** The regime in which a start lies; moves the start into the model's allowed set. */
export function regimeOf(experiment: Experiment, start: Float64Array): Regime {
  const game = modelOf(experiment).game(experiment.values);
  const modified = modifiedBy(experiment);
  const special = SPECIAL[experiment.model]?.(experiment, start, modified);
  if (special) return special;
  const field = modified(onArrays(game.field));
  return game.project ? boxed(field, boxOf(game.project), start) : smooth(field);
}

/** L of a start below this share of |phi| |theta| is rounding of its components. */
const ON_A_LINE = 1e-14;

/**
 * Where L = 0 in two dimensions the path stays on a line through 0, which rounding would leave where
 * that is unstable: turned onto the first axis the start is one-dimensional. Undefined where it is
 * not on a line, or where the model has walls that do not turn with it.
 */
export function alongLine(experiment: Experiment, start: Float64Array) {
  const [phi1, phi2, theta1, theta2] = start as unknown as State;
  const [phi, theta] = [Math.hypot(phi1, phi2), Math.hypot(theta1, theta2)];
  const angularMomentum = phi1 * theta2 - phi2 * theta1;
  if ((phi2 === 0 && theta2 === 0) || modelOf(experiment).game(experiment.values).project)
    return undefined;
  if (Math.abs(angularMomentum) > ON_A_LINE * phi * theta) return undefined;
  const sign = phi1 * theta1 + phi2 * theta2 < 0 ? -1 : 1;
  return Float64Array.of(phi, 0, sign * theta, 0);
}

type Modified = (field: Derivative) => Derivative;

/** L2 pulls on the discriminator, corrections follow, and the learning rates multiply each player's part. */
function modifiedBy(experiment: Experiment): Modified {
  const [l2, rateD, rateG] = ['l2', 'rateD', 'rateG'].map((name) => numberOf(experiment, name)) as [
    number,
    number,
    number,
  ];
  const corrected = correctedBy(experiment);
  return (field) => {
    const damped: Derivative = (state, out) => {
      field(state, out);
      for (const i of [0, 1]) out[i] = out[i]! - l2 * state[i]!;
    };
    const whole = corrected(damped);
    return (state, out) => {
      whole(state, out);
      for (const i of [0, 1]) out[i] = rateD * out[i]!;
      for (const i of [2, 3]) out[i] = rateG * out[i]!;
    };
  };
}

/** Of the distance to where a field is singular: the step of a difference. */
const WIDTH = 1e-3;

/**
 * Corrections by the Jacobian, which is made of differences of the field: central ones of two widths and
 * Richardson, whose error, 1e-12 of the field, is far below what paths are compared to.
 */
function correctedBy(experiment: Experiment): Modified {
  const [consensus, symplectic, jare, nk] = ['consensus', 'symplectic', 'jare', 'nk'].map((name) =>
    numberOf(experiment, name),
  ) as [number, number, number, number];
  if (consensus === 0 && symplectic === 0 && jare === 0 && nk === 0) return (field) => field;
  return (field) => {
    const [moved, ahead, behind, v] = [0, 1, 2, 3].map(() => new Float64Array(4)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    /** The derivative of component i in j. */
    const jacobian = Array.from({ length: 4 }, () => new Float64Array(4));
    const difference = (state: Float64Array, j: number, width: number) => {
      moved.set(state);
      moved[j] = state[j]! + width;
      field(moved, ahead);
      moved[j] = state[j]! - width;
      field(moved, behind);
      return Array.from(ahead, (x, i) => (x - behind[i]!) / (2 * width));
    };
    return (state, out) => {
      const lengths = [Math.hypot(state[0]!, state[1]!), Math.hypot(state[2]!, state[3]!)].filter(
        (length) => length > 0,
      );
      const width = WIDTH * Math.min(1, ...lengths);
      for (let j = 0; j < 4; j++) {
        const wide = difference(state, j, width);
        const narrow = difference(state, j, width / 2);
        for (let i = 0; i < 4; i++) jacobian[i]![j] = (4 * narrow[i]! - wide[i]!) / 3;
      }
      field(state, v);
      for (let i = 0; i < 4; i++) {
        out[i] = v[i]!;
        for (let k = 0; k < 4; k++) {
          const [own, transposed] = [jacobian[i]![k]! * v[k]!, jacobian[k]![i]! * v[k]!];
          const isOther = i < 2 !== k < 2;
          out[i] = out[i]! - consensus * transposed + (symplectic / 2) * (own - transposed);
          if (isOther) out[i] = out[i]! - jare * transposed;
          if (isOther && k < 2) out[i] = out[i]! - 2 * nk * transposed;
        }
      }
    };
  };
}

function onArrays(field: Field): Derivative {
  return (state, out) => {
    const { phi1, phi2, theta1, theta2 } = field(state[0]!, state[1]!, state[2]!, state[3]!);
    out[0] = phi1;
    out[1] = phi2;
    out[2] = theta1;
    out[3] = theta2;
  };
}

function boxOf(project: NonNullable<Game['project']>) {
  const [least, most] = [-1e300, 1e300].map((far) => new Float64Array(4).fill(far)) as [
    Float64Array,
    Float64Array,
  ];
  project(least);
  project(most);
  return { least, most };
}

/** Models whose fields jump, and one whose formula loses digits to rounding where |phi| is small. */
const SPECIAL: Readonly<
  Record<
    string,
    (experiment: Experiment, start: Float64Array, modified: Modified) => Regime | undefined
  >
> = {
  /** phi' is -theta where u > -1, and 0 elsewhere. */
  'hinge-gan': (_, start, modified) => {
    const side = (active: number): Derivative =>
      modified((s, out) => {
        out[0] = -active * s[2]!;
        out[1] = -active * s[3]!;
        out[2] = s[0]!;
        out[3] = s[1]!;
      });
    const surface = (s: Float64Array) => s[0]! * s[2]! + s[1]! * s[3]! + 1;
    const gradient = (s: Float64Array, out: Float64Array) => {
      out.set([s[2]!, s[3]!, s[0]!, s[1]!]);
    };
    return jumping({ surface, gradient, above: side(1), below: side(0) }, start);
  },
  /** In one dimension the penalty pushes phi away from 0 by 2 lambda c, to either side. */
  'wgan-gp': (experiment, start, modified) => {
    const [lambda, c] = [numberOf(experiment, 'lambda'), numberOf(experiment, 'c')];
    if (lambda * c === 0 || start[1] !== 0 || start[3] !== 0) return undefined;
    const side = (sign: number): Derivative =>
      modified((s, out) => {
        out.set([-s[2]! - 2 * lambda * (s[0]! - sign * c), 0, s[0]!, 0]);
      });
    const surface = (s: Float64Array) => s[0]!;
    const gradient = (_: Float64Array, out: Float64Array) => {
      out.set([1, 0, 0, 0]);
    };
    return jumping({ surface, gradient, above: side(1), below: side(-1) }, start);
  },
  /**
   * theta moves along phi/|phi|, and phi across itself by the part of theta across it; in one
   * dimension there is no across, and phi keeps its sign however small L2 makes it.
   */
  wgan: (_, start, modified) => {
    if (start[1] === 0 && start[3] === 0) {
      const sign = Math.sign(start[0]!);
      return smooth(
        modified((_state, out) => {
          out[0] = out[1] = out[3] = 0;
          out[2] = sign;
        }),
      );
    }
    return smooth(
      modified((s, out) => {
        const [phi1, phi2] = [s[0]!, s[1]!];
        const larger = Math.max(Math.abs(phi1), Math.abs(phi2));
        if (larger === 0) {
          out.fill(0);
          return;
        }
        // Neither underflows nor overflows.
        const size = larger * Math.sqrt((phi1 / larger) ** 2 + (phi2 / larger) ** 2);
        const [n1, n2] = [phi1 / size, phi2 / size];
        const across = (n1 * s[3]! - n2 * s[2]!) / size;
        out[0] = across * n2;
        out[1] = -across * n1;
        out[2] = n1;
        out[3] = n2;
      }),
    );
  },
};
