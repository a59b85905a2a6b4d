import { declareMessages } from '../models/message.ts';
import type { Derivative, Game, Model } from '../models/model.ts';
import type { Values } from '../models/parameter.ts';
import { CUSTOM, type CompiledGame } from './compiled-game.ts';
import { playerOf, type Tape } from './tape.ts';

export const SENTENCES = declareMessages('model.custom.theory', {
  noEquilibrium:
    'The target is no equilibrium: the field does not vanish there. Another one may be chosen.',
  singular:
    'At the target the field has no Jacobian: on one side of it or in some direction the field does not change as its derivative there says.',
});

/** What a game is called that has no title. */
export const UNTITLED = 'Your game';

/** The model of a game: nothing is known of it beside what its field shows. */
export function modelOfGame(compiled: CompiledGame): Model {
  const { source, parameters, formula, isotropic } = compiled;
  return {
    id: CUSTOM,
    title: source.title ?? UNTITLED,
    source: source.source ?? '',
    parameters,
    sentences: SENTENCES,
    ...(!isotropic && { anisotropic: true }),
    formula: () => formula,
    theory: () => [],
    game: (values) => gameOf(compiled, values),
  };
}

function gameOf(compiled: CompiledGame, values: Values): Game {
  const target = compiled.source.target ?? [0, 0, 0, 0];
  // L2 pulls to 0, not to the target.
  const [pull1, pull2] = [target[0], target[1]].map((x) => Number(values['l2'] ?? 0) * x) as [
    number,
    number,
  ];
  const play = fieldOf(compiled.field, values);
  const field = (phi1: number, phi2: number, theta1: number, theta2: number): Derivative => {
    const derivative = play(phi1, phi2, theta1, theta2);
    return pull1 === 0 && pull2 === 0
      ? derivative
      : { ...derivative, phi1: derivative.phi1 - pull1, phi2: derivative.phi2 - pull2 };
  };
  const jvp = jvpOf(compiled.jvp, values);
  return {
    lossD: lossOf(compiled.lossD, values),
    lossG: lossOf(compiled.lossG, values),
    field,
    jvp,
    second: secondOf(compiled.second, values),
    ...(compiled.directional && { directional: true }),
    get singularAtEquilibrium() {
      const { phi1, phi2, theta1, theta2 } = field(0, 0, 0, 0);
      if (!(Math.hypot(phi1, phi2, theta1, theta2) < REST)) return SENTENCES.noEquilibrium;
      return isSmoothAtTarget({ field, jvp }) ? undefined : SENTENCES.singular;
    },
  };
}

/** The field at a target whose numbers were written with three digits. */
const REST = 1e-2;

/** A loss that there is none of is no number. */
function lossOf(tape: Tape | undefined, values: Values): Game['lossD'] {
  if (!tape) return () => NaN;
  const { registers, outputs, run } = playerOf(tape, values);
  return (s) => {
    for (let i = 0; i < 4; i++) registers[i] = s[i]!;
    run();
    return registers[outputs[0]!]!;
  };
}

function fieldOf(tape: Tape, values: Values): Game['field'] {
  const { registers, outputs, run } = playerOf(tape, values);
  const [first, second, third, fourth] = outputs as [number, number, number, number];
  return (phi1, phi2, theta1, theta2) => {
    registers[0] = phi1;
    registers[1] = phi2;
    registers[2] = theta1;
    registers[3] = theta2;
    run();
    return {
      phi1: registers[first]!,
      phi2: registers[second]!,
      theta1: registers[third]!,
      theta2: registers[fourth]!,
    };
  };
}

function jvpOf(tape: Tape, values: Values): Game['jvp'] {
  const { registers, outputs, run } = playerOf(tape, values);
  return (s, t, out) => {
    registers.set(s.subarray(0, 4));
    registers.set(t.subarray(0, 4), 4);
    run();
    for (let i = 0; i < 4; i++) out[i] = registers[outputs[i]!]!;
  };
}

function secondOf(tape: Tape, values: Values): NonNullable<Game['second']> {
  const { registers, outputs, run } = playerOf(tape, values);
  return (s, t, r, out) => {
    registers.set(s.subarray(0, 4));
    registers.set(t.subarray(0, 4), 4);
    registers.set(r.subarray(0, 4), 8);
    run();
    for (let i = 0; i < 4; i++) out[i] = registers[outputs[i]!]!;
  };
}

/** Of one-sided differences: what they leave of a second derivative, and of a power such as |x|^1.5. */
const WIDTH = 1e-6;
const TOLERANCE = 0.01;

/** Along each axis either way, and askew in both players. */
const DIRECTIONS = [0, 1, 2, 3]
  .flatMap((i) => [1, -1].map((sign) => [0, 1, 2, 3].map((k) => (k === i ? sign : 0))))
  .concat([
    [0.5, -0.5, 0.5, 0.5],
    [-0.5, 0.5, 0.5, -0.5],
  ]);

/** Whether the field near the target is what its derivative there says. */
function isSmoothAtTarget({ field, jvp }: Pick<Game, 'field' | 'jvp'>): boolean {
  const valueAt = (s: readonly number[]) => {
    const { phi1, phi2, theta1, theta2 } = field(s[0]!, s[1]!, s[2]!, s[3]!);
    return [phi1, phi2, theta1, theta2];
  };
  const here = valueAt([0, 0, 0, 0]);
  const origin = new Float64Array(4);
  return DIRECTIONS.every((direction) => {
    const expected = new Float64Array(4);
    jvp(origin, Float64Array.from(direction), expected);
    const there = valueAt(direction.map((x) => WIDTH * x));
    const size = Math.hypot(...expected);
    return there.every((x, i) => {
      const slope = (x - here[i]!) / WIDTH;
      return Math.abs(slope - expected[i]!) <= TOLERANCE * (1 + size);
    });
  });
}
