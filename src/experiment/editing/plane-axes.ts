/** How the panel changes a map's axes: pure. */
import type { NumberParameter } from '../../models/parameter.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';
import {
  numberOf,
  type Axis,
  type Experiment,
  type ParameterAxes,
  type ParameterAxis,
} from '../experiment.ts';
import {
  axisParameters,
  componentOf,
  isParameterAxis,
  mapPlane,
  withAxis,
  withParameterAxes,
} from '../plane.ts';
import { methodOf, modelOf } from '../parameters.ts';
import { defaultRange } from '../sweep.ts';

export type Side = 'x' | 'y';

/** A logarithmic axis of a parameter that may be 0 begins at this share of its end. */
const LOG_SHARE = 1e-3;

const OTHER = { x: 'y', y: 'x' } as const;

/** What a side of the map runs through: a component, or a parameter's name. */
export function targetOf(experiment: Experiment, side: Side): string {
  const axis = mapPlane(experiment)[side];
  return isParameterAxis(axis) ? axis.parameter : axis.component;
}

/** The experiment with another target on a side; where the other side has it, both are exchanged. */
export function withTarget(experiment: Experiment, side: Side, target: string): Experiment {
  const other = OTHER[side];
  if (target === targetOf(experiment, side)) return experiment;
  if (target === targetOf(experiment, other)) return exchanged(experiment);
  const component = COMPONENTS.find((one) => one === target);
  if (!component) {
    const parameter = axisParameters(experiment).find(({ name }) => name === target);
    return parameter ? withAxis(experiment, side, axisOf(experiment, parameter)) : experiment;
  }
  const { min, max } = experiment.slice[side];
  return withAxis(experiment, side, { component, min, max });
}

/** The experiment with a parameter's axis in another scale. */
export function withScale(
  experiment: Experiment,
  side: Side,
  scale: ParameterAxis['scale'],
): Experiment {
  const axis = experiment.parameterAxes?.[side];
  return axis ? withAxis(experiment, side, inScale(axis, scale)) : experiment;
}

/** A parameter's axis in another scale; a logarithmic one begins above 0. */
export function inScale(axis: ParameterAxis, scale: ParameterAxis['scale']): ParameterAxis {
  const min = scale === 'log' && axis.min <= 0 ? LOG_SHARE * axis.max : axis.min;
  return { ...axis, min, scale };
}

/** The map across is upwards, and the other way round. */
function exchanged(experiment: Experiment): Experiment {
  const { slice, parameterAxes = {} } = experiment;
  const turned = {
    ...(parameterAxes.y && { x: parameterAxes.y }),
    ...(parameterAxes.x && { y: parameterAxes.x }),
  };
  return withParameterAxes({ ...experiment, slice: { ...slice, x: slice.y, y: slice.x } }, turned);
}

/** A parameter's axis to begin with, around its present value where it moves by ratios. */
export function axisOf(experiment: Experiment, parameter: NumberParameter): ParameterAxis {
  const { from, to } = defaultRange(experiment, parameter);
  const isLog = parameter.logarithmic === true && from > 0;
  return { parameter: parameter.name, min: from, max: to, scale: isLog ? 'log' : 'linear' };
}

/** The plane of parameters that is offered first: the model's own, else L2, and the step of a rule or a rate. */
export function firstParameterAxes(experiment: Experiment): Required<ParameterAxes> {
  const own = modelOf(experiment).parameters.find(({ kind }) => kind === 'number');
  const isRule = methodOf(experiment.method).kind === 'rule';
  const axisNamed = (name: string) =>
    axisOf(
      experiment,
      axisParameters(experiment).find((one) => one.name === name)!,
    );
  return { x: axisNamed(own?.name ?? 'l2'), y: axisNamed(isRule ? 'step' : 'rateG') };
}

/** Whether parameters may stand on the map's axes for this model and method. */
export function admitsAxes(experiment: Experiment, axes: ParameterAxes): boolean {
  const parameters = axisParameters(experiment);
  const isFine = ({ parameter, min, max }: ParameterAxis) =>
    parameters.some((one) => one.name === parameter && one.min <= min && max <= one.max) &&
    (parameter !== 'step' || 4 * max <= numberOf(experiment, 'time'));
  return Object.values(axes).every(isFine);
}

/** The components that all starts of a map have in common. */
export function commonComponents(experiment: Experiment): readonly Component[] {
  const { x, y } = mapPlane(experiment);
  const isOn = (axis: Axis, component: Component) => componentOf(axis) === component;
  return COMPONENTS.filter((component) => !isOn(x, component) && !isOn(y, component));
}
