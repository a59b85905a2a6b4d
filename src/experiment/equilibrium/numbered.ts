/** The equilibria of an experiment in their order, which numbers them: the measure `basin`, marks and lists refer to it. */
import { isSliceOneDimensional, type Experiment } from '../experiment.ts';
import { modelOf } from '../parameters.ts';
import { dynamicsKey } from '../keys.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import { COMPONENTS, type Component, type State } from '../../models/state.ts';
import { MOST_EQUILIBRIA, restsOnLineOf, searchEquilibria, type Box } from './equilibria.ts';
import { targetOf } from './target.ts';

/** Of the viewport that a game and a model have by themselves. */
const REACH = 2;

/** How long the search goes on before input is served, half of a frame, in milliseconds. */
const SLICE = 8;

/**
 * Where an experiment's equilibria are sought: the viewport of its flow, widened to [-2, 2] to the target,
 * and to rests that are known, so that zooming in changes no number; phi1 and theta1 alone in one dimension, else all four.
 */
export function equilibriumBox(experiment: Experiment): Box {
  const { slice, game } = experiment;
  const target = targetOf(experiment);
  const isLine = isSliceOneDimensional(slice) && game?.leavesLine !== true;
  const names: readonly Component[] = isLine || game?.planar ? ['phi1', 'theta1'] : COMPONENTS;
  const restsOnLine = restsOnLineOf(experiment);
  const rangeOf = (component: Component) => {
    const axis = [slice.x, slice.y].find((one) => one.component === component);
    const known = [
      target[COMPONENTS.indexOf(component)]!,
      ...(component === 'theta1' && isLine ? restsOnLine : []),
    ];
    return [
      Math.min(-REACH, ...known, axis?.min ?? 0),
      Math.max(REACH, ...known, axis?.max ?? 0),
    ] as const;
  };
  return Object.fromEntries(names.map((component) => [component, rangeOf(component)]));
}

const ORIGIN: State = [0, 0, 0, 0];

/** Components outside the box matter to no game of one dimension, and are 0 in the subspace of the others. */
function searchNumbered(experiment: Experiment) {
  const hold = experiment.game?.planar ? experiment.slice.hold : ORIGIN;
  return searchEquilibria(experiment, equilibriumBox(experiment), hold);
}

/** Equal for experiments that have the same equilibria: those of a field are there by every method. */
export function equilibriaKey(experiment: Experiment): string {
  const { model, game, values } = experiment;
  const names = [...modelOf(experiment).parameters, ...MODIFIERS].map(({ name }) => name);
  return JSON.stringify([
    model,
    game?.source ?? '',
    names.map((name) => values[name] ?? ''),
    equilibriumBox(experiment),
  ]);
}

/** The equilibria at once. */
export function equilibriaNow(experiment: Experiment): NumberedEquilibria {
  const search = searchNumbered(experiment);
  for (;;) {
    const { done, value } = search.next();
    if (done) return numbered(value);
  }
}

/**
 * The equilibria, found while the event loop goes on.
 * @param isWanted looked at now and then: where it says no, there is no result
 * @returns none where they are no points but a curve
 */
export async function numberedEquilibria(
  experiment: Experiment,
  isWanted: () => boolean = () => true,
): Promise<NumberedEquilibria | undefined> {
  const search = searchNumbered(experiment);
  for (;;) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      const { done, value } = search.next();
      if (done) return numbered(value);
    }
    await new Promise((resume) => setTimeout(resume));
    if (!isWanted()) return undefined;
  }
}

export interface NumberedEquilibria {
  readonly states: readonly State[];
  /** There are so many that they are no points but a curve: then none of them is here. */
  readonly isCurve: boolean;
}

function numbered(states: readonly State[]): NumberedEquilibria {
  const isCurve = states.length >= MOST_EQUILIBRIA;
  return { states: isCurve ? [] : states, isCurve };
}

/** Finds what `basin` numbers, and keeps what it found last: engines are asked for the same again and again. */
export function equilibriumFinder(): (experiment: Experiment) => Promise<readonly State[]> {
  let latest: { readonly key: string; readonly states: Promise<readonly State[]> } | undefined;
  return (experiment) => {
    const key = dynamicsKey(experiment) + JSON.stringify(equilibriumBox(experiment));
    if (latest?.key !== key) {
      const states = numberedEquilibria(experiment).then((found) => found!.states);
      latest = { key, states };
    }
    return latest.states;
  };
}
