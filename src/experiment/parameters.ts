import { MEASURES } from '../measures/index.ts';
import { STATISTICS } from '../measures/statistics.ts';
import { METHODS } from '../methods/index.ts';
import { CUSTOM, type CompiledGame } from '../game/compiled-game.ts';
import { modelOfGame } from '../game/custom-model.ts';
import type { Method } from '../methods/method.ts';
import { MODELS } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import { QUANTITIES } from './quantities.ts';
import { MODIFIERS } from '../models/modifiers.ts';
import { isCorrected } from '../models/modifiers/index.ts';
import type { Critical } from '../models/critical.ts';
import type { ChoiceParameter, Parameter, Values } from '../models/parameter.ts';

/** How long, and how near to 0 counts as there. */
export const RUN: readonly Parameter[] = [
  {
    kind: 'number',
    name: 'time',
    symbol: 'horizon T',
    default: 40,
    min: 0.01,
    max: 10_000,
    step: 1,
    logarithmic: true,
    unit: 'time',
    doc: 'how long every start is followed; measures are taken at T',
  },
  {
    kind: 'number',
    name: 'eps',
    symbol: 'ε',
    default: 0.01,
    min: 1e-6,
    max: 1,
    step: 0.001,
    logarithmic: true,
    doc: 'distance of θ from 0 that counts as settled and converged',
  },
];

/** The measure drawn on the map. */
export const MEASURE: ChoiceParameter = {
  kind: 'choice',
  name: 'measure',
  symbol: 'measure',
  default: 'outcome',
  options: [...MEASURES, ...STATISTICS].map(({ id }) => id),
  doc: 'the number or label that the map shows for each start, or of the starts of an ensemble',
};

/** What the two plots over time show. */
const PLOTS: readonly Parameter[] = [
  { number: 1, quantity: 'length', logarithmic: true },
  { number: 2, quantity: 'theta', logarithmic: false },
].flatMap(({ number, quantity, logarithmic }): Parameter[] => [
  {
    kind: 'choice',
    name: `plot${number}`,
    symbol: `plot ${number}`,
    default: quantity,
    options: QUANTITIES.map(({ id }) => id),
    doc: 'what is plotted over time for each start',
  },
  {
    kind: 'boolean',
    name: `log${number}`,
    symbol: `plot ${number} logarithmic`,
    default: logarithmic,
    doc: 'a logarithmic axis, for quantities that have one sign',
  },
]);

/** What only changes how results are drawn. */
export const VIEW: readonly Parameter[] = [
  MEASURE,
  {
    kind: 'choice',
    name: 'palette',
    symbol: 'palette',
    default: 'auto',
    options: ['auto', 'viridis', 'magma', 'cividis', 'diverging', 'cyclic'],
    doc: 'colours of the map; auto chooses by what the measure means',
  },
  {
    kind: 'boolean',
    name: 'theory',
    symbol: 'theory lines',
    default: true,
    doc: 'over a map of parameters: where stability at the equilibrium is lost, where damping is critical, and, hatched, where measurement disagrees',
  },
  {
    kind: 'boolean',
    name: 'isolines',
    symbol: 'lines of equal rate',
    default: false,
    doc: 'over a map of parameters: along which the equilibrium is approached by the same rate, in the linearisation',
  },
  {
    kind: 'number',
    name: 'resolution',
    symbol: 'resolution',
    default: 512,
    min: 64,
    max: 2048,
    step: 64,
    unit: 'px',
    doc: 'starts along each side of the map',
  },
  {
    kind: 'number',
    name: 'particles',
    symbol: 'particles',
    default: 65_536,
    min: 1024,
    max: 1_048_576,
    step: 1024,
    logarithmic: true,
    doc: 'how many particles move in the flow view',
  },
  {
    kind: 'number',
    name: 'trail',
    symbol: 'trail',
    default: 0.94,
    min: 0,
    max: 0.995,
    step: 0.005,
    doc: 'share of the light that stays from one frame to the next',
  },
  {
    kind: 'number',
    name: 'speed',
    symbol: 'speed',
    default: 0.5,
    min: 0.05,
    max: 8,
    step: 0.05,
    logarithmic: true,
    doc: 'steps a frame that the flow view takes, at 60 frames a second',
  },
  {
    kind: 'choice',
    name: 'colour',
    symbol: 'colour',
    default: 'map',
    options: ['map', 'speed', 'distance', 'angle', 'time'],
    doc: 'what colours a particle: its own start on the map, its speed, |θ|, the angle of θ, or the time since all set out',
  },
  {
    kind: 'boolean',
    name: 'vectors',
    symbol: 'vector field',
    default: false,
    doc: 'over a phase plane: arrows along the field of the flow',
  },
  {
    kind: 'boolean',
    name: 'nullclines',
    symbol: 'nullclines',
    default: false,
    doc: 'over a phase plane: where one of its two components does not change',
  },
  {
    kind: 'boolean',
    name: 'separatrices',
    symbol: 'separatrices',
    default: false,
    doc: 'over a phase plane that the flow does not leave: the stable and unstable manifolds of its saddles',
  },
  {
    kind: 'choice',
    name: 'theme',
    symbol: 'theme',
    default: 'auto',
    options: ['auto', 'dark', 'light'],
    doc: 'dark or light page; auto follows the system',
  },
  ...PLOTS,
];

/** What an experiment says of its model. */
export interface ModelChoice {
  readonly model: string;
  /** Of the model `custom`. */
  readonly game?: CompiledGame;
}

/** What decides which parameters there are, and what a kernel computes. */
export interface DynamicsChoice extends ModelChoice {
  readonly method: string;
}

/** The model of an experiment: the only way from its id and its game to what computes. */
export function modelOf({ model, game }: ModelChoice): Model {
  if (model === CUSTOM && game) return modelOfGame(game);
  return find(MODELS, model, 'model');
}

/**
 * Where critical damping lies in an experiment's own model. Undefined where there is none, or where
 * corrections change the eigenvalues that it follows from.
 */
export function criticalOf(choice: ModelChoice, values: Values): Critical | undefined {
  return isCorrected(values) ? undefined : modelOf(choice).critical?.(values);
}

export function methodOf(id: string): Method {
  return find(METHODS, id, 'method');
}

/** Every scalar parameter that applies to this model and method, in the order shown to people. */
export function parametersOf(choice: DynamicsChoice): readonly Parameter[] {
  return [
    ...modelOf(choice).parameters,
    ...MODIFIERS,
    ...methodOf(choice.method).parameters,
    ...RUN,
    ...VIEW,
  ];
}

function find<T extends { id: string }>(list: readonly T[], id: string, noun: string): T {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Error(`unknown ${noun}: ${id}`);
  return found;
}
