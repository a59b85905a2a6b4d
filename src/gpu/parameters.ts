import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf, RUN, type DynamicsChoice } from '../experiment/parameters.ts';
import { MODIFIERS } from '../models/modifiers.ts';
import type { Parameter, Value } from '../models/parameter.ts';
import { DERIVED, DERIVED_FIELDS } from './derived.ts';
import { f32, u32, UniformLayout, type UniformValues } from './uniforms.ts';

/** Bytes of a buffer that holds the parameters of any model and method. */
export const PARAMETER_BYTES = 256;

/** Parameters that choose between formulas: constants of a pipeline, so that it holds only one. */
function choices(choice: DynamicsChoice): readonly Parameter[] {
  return declared(choice).filter(({ kind }) => kind !== 'number');
}

function declared(choice: DynamicsChoice): readonly Parameter[] {
  const { parameters } = methodOf(choice.method);
  return [...modelOf(choice).parameters, ...MODIFIERS, ...parameters, ...RUN];
}

/**
 * The layout of `parameters` in every kernel of this model and method.
 * @throws RangeError where they do not fit `PARAMETER_BYTES`
 */
export function parameterLayout(choice: DynamicsChoice): UniformLayout {
  const numbers = declared(choice).flatMap((parameter) =>
    parameter.kind === 'number' ? [parameter] : [],
  );
  const fields = numbers.map(({ name, integer, shaderName }) => ({
    ...(integer ? u32(name) : f32(name)),
    ...(shaderName !== undefined && { shaderName }),
  }));
  const layout = new UniformLayout([...fields, ...DERIVED_FIELDS]);
  if (layout.size > PARAMETER_BYTES) {
    throw new RangeError(
      `too many parameters: ${layout.fields.length} scalars of ${choice.model} by ${choice.method}, expected at most ${PARAMETER_BYTES / 4}`,
    );
  }
  return layout;
}

/** WGSL that declares the parameters that are constants of a pipeline. */
export function overrideDeclarations(choice: DynamicsChoice): string {
  const chosen = choices(choice).map(
    (parameter) => `override ${parameter.name}: u32 = ${codeOf(parameter, parameter.default)}u;\n`,
  );
  return `${chosen.join('')}override noisy: u32 = 0u;\noverride gradientNoisy: u32 = 0u;\noverride modifying: u32 = 1u;\n`;
}

/**
 * The pipeline constants of an experiment: a choice as its option's index, a switch as 0 or 1, and
 * whether there are noise and other modifiers of the field, which are mostly absent.
 * @param varied parameters that differ from start to start
 */
export function overrideValues(
  experiment: Experiment,
  varied: readonly string[] = [],
): Record<string, number> {
  const { values } = experiment;
  const chosen = choices(experiment).map((parameter) => [
    parameter.name,
    codeOf(parameter, values[parameter.name]!),
  ]);
  const [l2, rateD, rateG] = ['l2', 'rateD', 'rateG'].map((name) => numberOf(experiment, name));
  const isPositive = (name: string) => varied.includes(name) || Number(values[name]) > 0;
  const isVaried = ['l2', 'rateD', 'rateG'].some((name) => varied.includes(name));
  return {
    ...Object.fromEntries(chosen),
    noisy: isPositive('noise') || isPositive('gradientNoise') ? 1 : 0,
    gradientNoisy: isPositive('gradientNoise') ? 1 : 0,
    modifying: l2 === 0 && rateD === 1 && rateG === 1 && !isVaried ? 0 : 1,
  };
}

/** The values of `parameters` for an experiment. */
export function parameterValues(experiment: Experiment): UniformValues {
  const numbers = declared(experiment)
    .filter(({ kind }) => kind === 'number')
    .map(({ name }) => [name, numberOf(experiment, name)]);
  return Object.assign(
    Object.fromEntries(numbers) as UniformValues,
    ...DERIVED.map((group) => group.of(experiment)),
  ) as UniformValues;
}

function codeOf(parameter: Parameter, value: Value): number {
  return parameter.kind === 'choice' ? parameter.options.indexOf(String(value)) : Number(value);
}
