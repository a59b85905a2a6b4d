import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf, RUN } from '../experiment/parameters.ts';
import { scheduleOf } from '../measures/schedule.ts';
import { MODIFIERS } from '../models/modifiers.ts';
import type { Parameter, Values } from '../models/parameter.ts';
import { fieldOf, UniformLayout, type UniformField, type UniformValues } from './uniforms.ts';

/** What the shaders need to know of the schedule beside `time` and `step`. */
const SCHEDULE: readonly UniformField[] = [
  { name: 'steps', type: 'u32' },
  // Numbers of steps after which the first, second and third quarter end.
  { name: 'quarter', type: 'u32' },
  { name: 'half', type: 'u32' },
  { name: 'threeQuarters', type: 'u32' },
  // Length of the last step, and the moving average's memory over it.
  { name: 'lastStep', type: 'f32' },
  { name: 'emaLast', type: 'f32' },
];

function declared(model: string, method: string): readonly Parameter[] {
  return [...modelOf(model).parameters, ...MODIFIERS, ...methodOf(method).parameters, ...RUN];
}

/** The layout of `parameters` in every kernel of this model and method. */
export function parameterLayout(model: string, method: string): UniformLayout {
  return new UniformLayout([...declared(model, method).map(fieldOf), ...SCHEDULE]);
}

/** The values of `parameters` for an experiment. */
export function parameterValues(experiment: Experiment): UniformValues {
  const schedule = scheduleOf(numberOf(experiment, 'time'), numberOf(experiment, 'step'));
  const [quarter, half, threeQuarters] = schedule.quarterEnds;
  return {
    ...Object.fromEntries(
      declared(experiment.model, experiment.method).map((parameter) => [
        parameter.name,
        numeric(parameter, experiment.values),
      ]),
    ),
    steps: schedule.steps,
    quarter,
    half,
    threeQuarters,
    lastStep: schedule.lastStep,
    emaLast: numberOf(experiment, 'emaBeta') ** (schedule.lastStep / schedule.step),
  };
}

function numeric(parameter: Parameter, values: Values): number {
  const value = values[parameter.name];
  if (parameter.kind === 'choice') return parameter.options.indexOf(String(value));
  return Number(value);
}
