/** How the page chooses a diagram: pure. */
import { COMPONENTS } from '../../models/state.ts';
import type { Axis, Diagram, Experiment, ParameterAxis } from '../experiment.ts';
import { LAST_QUARTER } from '../format/read-diagram.ts';
import { methodOf } from '../parameters.ts';
import { axisParameters, isParameterAxis } from '../plane.ts';
import { axisOf, firstParameterAxes, inScale } from './plane-axes.ts';

/** Where a component of the start goes that the flow does not show. */
const REACH = 2;

/** The experiment with a diagram, or without one. */
export function withDiagram(experiment: Experiment, diagram: Diagram | undefined): Experiment {
  const { diagram: _, ...rest } = experiment;
  return diagram ? { ...rest, diagram } : rest;
}

/**
 * The diagram that is offered first: over the map's parameter where it has one, of a rule over its learning
 * rate, else over the model's own; of what two players' vectors have in common.
 */
export function firstDiagram(experiment: Experiment): Diagram {
  const { parameterAxes = {}, game } = experiment;
  const first = firstParameterAxes(experiment);
  const isRule = methodOf(experiment.method).kind === 'rule';
  return {
    x: parameterAxes.x ?? parameterAxes.y ?? (isRule ? first.y : first.x),
    of: game?.planar ? 'theta1' : 'theta-length',
    last: LAST_QUARTER,
  };
}

/** What a diagram has across: a component, or a parameter's name. */
export function acrossOf({ x }: Pick<Diagram, 'x'>): string {
  return isParameterAxis(x) ? x.parameter : x.component;
}

/** The diagram over another target, on the axis that is offered for it first. */
export function withAcross(experiment: Experiment, diagram: Diagram, target: string): Diagram {
  const x = axisTo(experiment, target);
  return x ? { ...withoutRange(diagram), x } : diagram;
}

function axisTo(experiment: Experiment, target: string): Axis | undefined {
  const component = COMPONENTS.find((one) => one === target);
  if (component) {
    const { x, y } = experiment.slice;
    const shown = [x, y].find((axis) => axis.component === component);
    return shown ?? { component, min: -REACH, max: REACH };
  }
  const parameter = axisParameters(experiment).find(({ name }) => name === target);
  return parameter && axisOf(experiment, parameter);
}

/** The diagram whose parameter across is in another scale. */
export function withAcrossScale(diagram: Diagram, scale: ParameterAxis['scale']): Diagram {
  const { x } = diagram;
  return isParameterAxis(x) ? { ...diagram, x: inScale(x, scale) } : diagram;
}

/** The diagram of another quantity, whose range is another one as well. */
export function withQuantity(diagram: Diagram, of: Diagram['of']): Diagram {
  return { ...withoutRange(diagram), of };
}

/** The diagram as far upwards as trajectories go. */
export function withoutRange(diagram: Diagram): Diagram {
  const { range: _, ...rest } = diagram;
  return rest;
}
