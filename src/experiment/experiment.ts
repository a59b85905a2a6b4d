import { CUSTOM, type CompiledGame } from '../game/compiled-game.ts';
import type { Visited } from '../measures/visits.ts';
import { METHODS } from '../methods/index.ts';
import { MODELS } from '../models/index.ts';
import {
  defaultsOf,
  type NumberParameter,
  type Parameter,
  type Value,
  type Values,
} from '../models/parameter.ts';
import { COMPONENTS, type Component, type State } from '../models/state.ts';
import { methodOf, modelOf, parametersOf, type DynamicsChoice } from './parameters.ts';

/** One side of a slice: a component of the state and the interval it runs through. */
export interface ComponentAxis {
  readonly component: Component;
  readonly min: number;
  readonly max: number;
}

/** A parameter of model, modifiers or method, and the interval it runs through. */
export interface ParameterAxis {
  readonly parameter: string;
  readonly min: number;
  readonly max: number;
  /** Even differences, or even ratios. */
  readonly scale: 'linear' | 'log';
}

/** An axis as people write it, and as it is stored. */
export type Axis = ComponentAxis | ParameterAxis;

/** An axis with the declaration of its parameter. */
export interface DeclaredAxis extends ParameterAxis {
  readonly declared: NumberParameter;
}

export type PlaneAxis = ComponentAxis | DeclaredAxis;

/** A map's two axes, and the state whose components on no axis every start has. */
export interface Plane {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  /** A full state; the components of x and y are not read. */
  readonly hold: State;
}

/** The plane of initial conditions: two components vary, the other two keep their held values. */
export interface Slice extends Plane {
  readonly x: ComponentAxis;
  readonly y: ComponentAxis;
}

/** Parameters in place of the slice's axes on the map; at least one. */
export interface ParameterAxes {
  readonly x?: ParameterAxis;
  readonly y?: ParameterAxis;
}

/** Many starts behind each pixel of a map, the same at every one. */
export interface Ensemble {
  /** How many. */
  readonly starts: number;
  /** What they are drawn from; components that are on an axis of the map are not drawn. */
  readonly box: readonly ComponentAxis[];
}

/** One target across, and upwards what trajectories visit in the last part of the horizon. */
export interface Diagram {
  readonly x: Axis;
  /** The number of a state whose visits are counted, or the shares of outcomes. */
  readonly of: Visited | 'outcome';
  /** The ends of the values upwards; absent: about what is visited. */
  readonly range?: readonly [low: number, high: number];
  /** The share of the horizon that is counted, at its end. */
  readonly last: number;
}

/** Most starts of an ensemble. */
export const MAX_ENSEMBLE = 4096;

/** Where a map's colours begin and end, whatever its numbers are. */
export interface ColourEnds {
  /** What the map shows by these colours; other measures have their own. */
  readonly measure: string;
  /** Of labels, the amplitudes between which they fade. */
  readonly low: number;
  readonly high: number;
  /** Above 0: magnitudes have colours from here to `high`, on either side of 0. */
  readonly inner?: number;
}

/** All choices together: plain, serialisable, and never changed in place. */
export interface Experiment {
  /** A built-in model's id, or `custom`: then there is a `game`. */
  readonly model: string;
  readonly game?: CompiledGame;
  readonly method: string;
  /** The value of every parameter in `parametersOf(experiment)`, by name. */
  readonly values: Values;
  /** Where the flow is seen, and the map's plane where `parameterAxes` has no other axis. */
  readonly slice: Slice;
  /** Absent: the map shows the slice. */
  readonly parameterAxes?: ParameterAxes;
  /** Absent: one start behind each pixel of the map. */
  readonly ensemble?: Ensemble;
  /** Absent: no diagram has been asked for. */
  readonly diagram?: Diagram;
  /** Absent: the colours fit what the map shows. */
  readonly colours?: ColourEnds;
  /** Initial conditions of single trajectories. */
  readonly starts: readonly State[];
}

/** The article's initial state. */
export const ARTICLE_INITIAL_CONDITION: State = [0.1, 0.2, 0.2, 0.1];

/** At most this many trajectories are drawn together. */
export const MAX_INITIAL_CONDITIONS = 8;

export function defaultExperiment(
  model: string = MODELS[0]!.id,
  method: string = METHODS[0]!.id,
  game?: CompiledGame,
): Experiment {
  const choice = { model, method, ...(game && { game }) };
  return {
    ...choice,
    values: defaultsOf(parametersOf(choice)),
    ...(game?.planar ? PLANAR : DIRAC),
  };
}

/** Where a game of two numbers is seen: x = theta1 across, y = phi1 upwards. */
const PLANAR: Pick<Experiment, 'slice' | 'starts'> = {
  slice: {
    x: { component: 'theta1', min: -2, max: 2 },
    y: { component: 'phi1', min: -2, max: 2 },
    hold: [0, 0, 0, 0],
  },
  starts: [[0.5, 0, 0.5, 0]],
};

const DIRAC: Pick<Experiment, 'slice' | 'starts'> = {
  slice: {
    x: { component: 'theta1', min: -2, max: 2 },
    y: { component: 'theta2', min: -2, max: 2 },
    hold: ARTICLE_INITIAL_CONDITION,
  },
  starts: [ARTICLE_INITIAL_CONDITION],
};

/** The same experiment with another model: its own parameters start at their defaults. */
export function withModel(experiment: Experiment, model: string): Experiment {
  const { game: _, ...rest } = experiment;
  return withParameters(rest, { ...rest, model }, modelParameterNames(experiment));
}

/** The same experiment with a game of one's own; values of parameters of the same names are kept. */
export function withGame(experiment: Experiment, game: CompiledGame): Experiment {
  const { method } = experiment;
  const dropped = experiment.game ? new Set<string>() : modelParameterNames(experiment);
  const next = withParameters(experiment, { model: CUSTOM, method, game }, dropped);
  const [before, after] = [experiment, next].map(standardOf) as [Experiment, Experiment];
  // What was not chosen follows the game.
  const isUnchosen = (key: 'slice' | 'starts') =>
    JSON.stringify(experiment[key]) === JSON.stringify(before[key]);
  return {
    ...next,
    ...(isUnchosen('slice') && { slice: after.slice }),
    ...(isUnchosen('starts') && { starts: after.starts }),
  };
}

/** Whether two experiments have one model: of their own games, the same formulas and ranges. */
export function isSameModel(a: Experiment, b: Experiment): boolean {
  if (a.model !== b.model || (a.game === undefined) !== (b.game === undefined)) return false;
  return a.game === b.game || JSON.stringify(a.game?.source) === JSON.stringify(b.game?.source);
}

/** The default experiment of the same model and method. */
export function standardOf({ model, method, game }: Experiment): Experiment {
  return defaultExperiment(model, method, game);
}

/**
 * The same experiment with another method: values that were chosen and that both methods admit are kept,
 * what is at the default of the one comes to that of the other.
 */
export function withMethod(experiment: Experiment, method: string): Experiment {
  const unchosen = methodOf(experiment.method).parameters.filter(
    (parameter) => experiment.values[parameter.name] === parameter.default,
  );
  const dropped = new Set(unchosen.map(({ name }) => name));
  return withParameters(experiment, { ...experiment, method }, dropped);
}

export function withValues(experiment: Experiment, changes: Values): Experiment {
  return { ...experiment, values: { ...experiment.values, ...changes } };
}

export function numberOf(experiment: Experiment, name: string): number {
  return Number(experiment.values[name]);
}

export function textOf(experiment: Experiment, name: string): string {
  return String(experiment.values[name]);
}

/** The index of a component in a state. */
export function indexOf(component: Component): number {
  return COMPONENTS.indexOf(component);
}

/** Whether every start of the plane lies in phi2 = theta2 = 0, the one-dimensional Dirac GAN. */
export function isSliceOneDimensional({ x, y, hold }: Plane): boolean {
  const isAxis = (component: Component) =>
    [x, y].some((axis) => 'component' in axis && axis.component === component);
  return (['phi2', 'theta2'] as const).every(
    (component) => !isAxis(component) && hold[indexOf(component)] === 0,
  );
}

/** Whether a value that another method or model had may stay. */
function admits(parameter: Parameter, value: Value): boolean {
  switch (parameter.kind) {
    case 'number':
      return Number(value) >= parameter.min && Number(value) <= parameter.max;
    case 'choice':
      return parameter.options.includes(String(value));
    case 'boolean':
      return typeof value === 'boolean';
  }
}

function modelParameterNames(experiment: Experiment): ReadonlySet<string> {
  return new Set(modelOf(experiment).parameters.map(({ name }) => name));
}

function withParameters(
  experiment: Experiment,
  { model, method, game }: DynamicsChoice,
  dropped: ReadonlySet<string>,
): Experiment {
  const parameters = parametersOf({ model, method, ...(game && { game }) });
  const values = Object.fromEntries(
    parameters.map((parameter) => {
      const value = dropped.has(parameter.name) ? undefined : experiment.values[parameter.name];
      return [
        parameter.name,
        value !== undefined && admits(parameter, value) ? value : parameter.default,
      ];
    }),
  );
  const { parameterAxes, diagram, ...rest } = experiment;
  const admitsAxis = (axis: Axis) => {
    if (!('parameter' in axis)) return true;
    const parameter = parameters.find(({ name }) => name === axis.parameter);
    return parameter && admits(parameter, axis.min) && admits(parameter, axis.max);
  };
  const axes = Object.fromEntries(
    Object.entries(parameterAxes ?? {}).filter(([, axis]) => admitsAxis(axis)),
  );
  return {
    ...rest,
    model,
    method,
    ...(game && { game }),
    values,
    ...(Object.keys(axes).length > 0 && { parameterAxes: axes }),
    ...(diagram && admitsAxis(diagram.x) && { diagram }),
  };
}
