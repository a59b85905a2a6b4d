import { declareMessages, englishOf, fill, type Message } from '../models/message.ts';
import type { NumberParameter } from '../models/parameter.ts';
import { COMPONENTS, type State } from '../models/state.ts';
import { Algebra } from './expression/algebra.ts';
import { derivativesOf } from './expression/derivative.ts';
import { ExpressionError, EXPECTED, mistake } from './expression/expression-error.ts';
import { Graph, inOrder, MOST_OPERATIONS, TooLarge, type Node } from './expression/graph.ts';
import { lower, type Quantities } from './expression/lower.ts';
import { parse } from './expression/parse.ts';
import { recordTape } from './expression/record-tape.ts';
import { walk, type Span, type Syntax } from './expression/syntax.ts';
import { bodyOf } from './expression/wgsl.ts';
import { CUSTOM, type CompiledGame } from './compiled-game.ts';
import { formulaOf } from './formula.ts';
import { expressionsOf, type GameSource } from './game-source.ts';
import { hashOf } from './hash.ts';
import { ORIGIN, playersOf } from './players.ts';
import { readSource } from './read-source.ts';
import { playerOf } from './tape.ts';
import FUNCTIONS from '../../shaders/expression.wgsl?raw';

/** Parameters of a game: uniforms and panel have room for them. */
const MOST_PARAMETERS = 12;

export const GAME_ERRORS = declareMessages('game', {
  notGame:
    'invalid game: {got}, expected JSON with "lossD" and "lossG", or "minMax", or "field" of components, and "title", "source", "parameters" (each with "default", "min", "max", "doc") and "target" where wanted',
  expression: 'invalid {place}: {reason}',
  tooMany: 'invalid {place}: {count} parameters, expected at most {most}',
  taken: 'invalid {place}: parameter {name}, expected a name that nothing in Ganfield has',
});

/** Why a game is refused: the text and the piece of it that is wrong. */
export class GameError extends Error {
  override readonly name = 'GameError';
  readonly refusal: Message;
  /** As `expressionsOf` names it. */
  readonly place: string;
  readonly span: Span | undefined;

  constructor(refusal: Message, place: string, span?: Span) {
    super(englishOf(refusal));
    this.refusal = refusal;
    this.place = place;
    this.span = span;
  }
}

/**
 * Compiles a game.
 * @param value a `GameSource`, as JSON has it
 * @param isTaken whether a name is a parameter's of modifiers, methods or the view
 * @throws GameError with the place of the first mistake
 */
export function compileGame(
  value: unknown,
  isTaken: (name: string) => boolean = () => false,
): CompiledGame {
  const source = readSource(value);
  if (!source) {
    const written = JSON.stringify(value) ?? typeof value;
    const got = written.length > 60 ? `${written.slice(0, 60)}…` : written;
    throw new GameError(fill(GAME_ERRORS.notGame, { got }), 'game');
  }
  const trees = new Map(
    expressionsOf(source).map(([place, text]) => [place, at(place, () => parse(text))]),
  );
  const parameters = parametersOf(source, trees, isTaken);
  const [first] = trees.keys();
  const place = first ?? 'field';
  return at(place, () => compiled(source, trees, parameters));
}

/** The result of `compute`, whose mistakes are those of a text. */
function at<T>(place: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof TooLarge) {
      const most = String(MOST_OPERATIONS);
      const reason = mistake(
        { got: `more than ${most}`, expected: fill(EXPECTED.operations, { most }) },
        { start: 0, end: 0 },
      ).reason;
      throw new GameError(fill(GAME_ERRORS.expression, { place, reason }), place);
    }
    if (!(error instanceof ExpressionError)) throw error;
    const refusal = fill(GAME_ERRORS.expression, { place, reason: error.placed });
    throw new GameError(refusal, place, error.span);
  }
}

/** The free names of a game, in the order in which they occur. */
function parametersOf(
  source: GameSource,
  trees: ReadonlyMap<string, Syntax>,
  isTaken: (name: string) => boolean,
): readonly NumberParameter[] {
  const found = new Map<string, { place: string; span: Span }>();
  for (const [place, tree] of trees) {
    walk(tree, (node) => {
      if (node.kind === 'parameter' && !found.has(node.name)) {
        found.set(node.name, { place, span: node.span });
      }
    });
  }
  for (const [name, { place, span }] of found) {
    if (isTaken(name)) throw new GameError(fill(GAME_ERRORS.taken, { place, name }), place, span);
  }
  const [first] = found.values();
  if (found.size > MOST_PARAMETERS && first) {
    const values = { place: first.place, count: found.size, most: MOST_PARAMETERS };
    throw new GameError(fill(GAME_ERRORS.tooMany, values), first.place);
  }
  return [...found.keys()].map((name) => parameterOf(name, source.parameters?.[name] ?? {}));
}

function parameterOf(
  name: string,
  { default: standard, min = 0, max = 4, doc }: NonNullable<GameSource['parameters']>[string],
): NumberParameter {
  return {
    kind: 'number',
    name,
    shaderName: inShader(name),
    textId: `${CUSTOM}.${name}`,
    symbol: SYMBOLS[name] ?? name,
    default: standard ?? Math.min(max, Math.max(min, 1)),
    min,
    max,
    // A hundred steps, of one digit.
    step: Number(((max - min) / 100).toPrecision(1)),
    doc: doc ?? `parameter ${name} of the game`,
  };
}

const SYMBOLS: Readonly<Record<string, string>> = Object.assign(
  Object.create(null) as Record<string, string>,
  { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eta: 'η', kappa: 'κ' },
  { lambda: 'λ', mu: 'μ', nu: 'ν', rho: 'ρ', sigma: 'σ', tau: 'τ', omega: 'ω', zeta: 'ζ' },
);

function compiled(
  source: GameSource,
  trees: ReadonlyMap<string, Syntax>,
  parameters: readonly NumberParameter[],
): CompiledGame {
  const algebra = new Algebra(new Graph());
  const target = source.target ?? ORIGIN;
  const nodeOf = (place: string, quantities: Quantities) => {
    const tree = trees.get(place);
    return tree ? at(place, () => lower(algebra, tree, quantities)) : algebra.zero;
  };
  const { losses, field } = playersOf(algebra, source, target, nodeOf);
  const state = COMPONENTS.map((name) => algebra.graph.variable(name));
  const tangent = COMPONENTS.map((name) => algebra.graph.variable(`d${name}`));
  const seeds = new Map(state.map((variable, i) => [variable, tangent[i]!]));
  const jvp = derivativesOf(algebra, field, seeds);
  const wgsl = wgslOf(field, jvp, target);
  // Of a game that is not too large its second derivative is not, which follows from it.
  algebra.graph.most = Infinity;
  const other = COMPONENTS.map((name) => algebra.graph.variable(`e${name}`));
  const second = derivativesOf(
    algebra,
    jvp,
    new Map(state.map((variable, i) => [variable, other[i]!])),
  );
  return {
    source,
    hash: hashOf(JSON.stringify([parameters.map(({ name }) => name), wgsl])),
    parameters,
    formula: formulaOf(source, trees),
    ...(losses && {
      lossD: recordTape(state, [losses[0]]),
      lossG: recordTape(state, [losses[1]]),
    }),
    field: recordTape(state, field),
    jvp: recordTape([...state, ...tangent], jvp),
    second: recordTape([...state, ...tangent, ...other], second),
    wgsl,
    wgslOfSecond: wgslOfSecond(second),
    isotropic: isIsotropic(source, trees, target),
    planar: isPlanar(algebra, field),
    leavesLine: leavesLine(source, trees, target, parameters),
    directional: inOrder(field).some(readsDirectionOfPhi),
  };
}

/** Whether the losses follow from u, p and q alone, which no turn of the plane changes. */
function isIsotropic(
  source: GameSource,
  trees: ReadonlyMap<string, Syntax>,
  target: State,
): boolean {
  let isotropic = !('field' in source) && target.every((x) => x === 0);
  for (const tree of trees.values()) {
    walk(tree, (node) => {
      if (node.kind === 'quantity' && !['u', 'p', 'q'].includes(node.name)) isotropic = false;
    });
  }
  return isotropic;
}

/** Whether phi2 and theta2 neither move nor matter. */
function isPlanar(algebra: Algebra, field: readonly Node[]): boolean {
  const stays = field[1] === algebra.zero && field[3] === algebra.zero;
  return stays && !inOrder(field).some(({ name }) => name === 'phi2' || name === 'theta2');
}

/** Whether phi2 or theta2 has a derivative where both are 0. */
function leavesLine(
  source: GameSource,
  trees: ReadonlyMap<string, Syntax>,
  target: State,
  parameters: readonly NumberParameter[],
): boolean {
  const algebra = new Algebra(new Graph());
  const { field } = playersOf(algebra, source, target, (place, quantities) => {
    const tree = trees.get(place);
    return tree ? lower(algebra, tree, quantities) : algebra.zero;
  });
  const { registers, outputs, run } = playerOf(
    recordTape(
      COMPONENTS.map((name) => algebra.graph.variable(name)),
      [field[1]!, field[3]!],
    ),
    Object.fromEntries(parameters.map(({ name }) => [name, PROBED])),
  );
  return LINE.some((state) => {
    registers.set(state);
    run();
    return outputs.some((output) => registers[output] !== 0 && !Number.isNaN(registers[output]));
  });
}

/** States of one dimension at which no formula is 0 by chance. */
const LINE = [
  [0.731, 0, 1.137, 0],
  [-1.271, 0, 0.613, 0],
  [0.377, 0, -0.891, 0],
];

/** The value of a parameter at which no formula is 0 by chance. */
const PROBED = 0.619;

/** phi/|phi|, or a quotient by |phi|. */
function readsDirectionOfPhi({ operation, args }: Node): boolean {
  const isPhi = (nodes: readonly Node[]) =>
    nodes
      .map(({ name }) => name)
      .toSorted()
      .join() === 'phi1,phi2';
  if (operation === 'direction') return isPhi(args);
  const [, divisor] = args;
  return operation === 'divideOrZero' && divisor!.operation === 'norm' && isPhi(divisor!.args);
}

/** What WGSL calls a parameter: no name of Ganfield's, nor a reserved word. */
function inShader(name: string): string {
  return `game_${name}`;
}

const STATE_IN_WGSL = { phi1: 's.x', phi2: 's.y', theta1: 's.z', theta2: 's.w' };
const TANGENT_IN_WGSL = { dphi1: 't.x', dphi2: 't.y', dtheta1: 't.z', dtheta2: 't.w' };
const OTHER_IN_WGSL = { ephi1: 'r.x', ephi2: 'r.y', etheta1: 'r.z', etheta2: 'r.w' };

function wgslOfSecond(second: readonly Node[]): string {
  const inputs = { ...STATE_IN_WGSL, ...TANGENT_IN_WGSL, ...OTHER_IN_WGSL };
  const body = bodyOf(second, inputs, (name) => `parameters.${inShader(name)}`);
  return `fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {\n${body}\n}\n`;
}

function wgslOf(field: readonly Node[], jvp: readonly Node[], target: State): string {
  const nameOf = (name: string) => `parameters.${inShader(name)}`;
  const fieldBody = bodyOf(field, STATE_IN_WGSL, nameOf);
  const jvpBody = bodyOf(jvp, { ...STATE_IN_WGSL, ...TANGENT_IN_WGSL }, nameOf);
  const pull = [target[0], target[1]].map((x) => `f32(${Math.fround(x)})`).join(', ');
  const isAtZero = target[0] === 0 && target[1] === 0;
  return [
    FUNCTIONS,
    `fn ${isAtZero ? 'field' : 'fieldOfGame'}(s: vec4f) -> vec4f {\n${fieldBody}\n}\n`,
    // L2 pulls to 0, and states are counted from the target.
    ...(isAtZero
      ? []
      : [
          `fn field(s: vec4f) -> vec4f {\n  return fieldOfGame(s) - parameters.l2 * vec4f(${pull}, 0.0, 0.0);\n}\n`,
        ]),
    `fn jvp(s: vec4f, t: vec4f) -> vec4f {\n${jvpBody}\n}\n`,
    ...(inOrder(field).some(readsDirectionOfPhi)
      ? ['fn keepDirection(s: vec4f) -> vec4f {\n  return vec4f(keptDirection(s.xy), s.zw);\n}\n']
      : []),
  ].join('\n');
}
