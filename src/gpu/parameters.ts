import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf, RUN, type DynamicsChoice } from '../experiment/parameters.ts';
import { MODIFIERS } from '../models/modifiers.ts';
import { FIELD_MODIFIERS } from '../models/modifiers/index.ts';
import type { Parameter, Value } from '../models/parameter.ts';
import { DERIVED, DERIVED_FIELDS } from './derived.ts';
import { f32, u32, UniformLayout, type UniformField, type UniformValues } from './uniforms.ts';

/** Bytes of a buffer that holds the parameters of any model and method. */
export const PARAMETER_BYTES = 256;

/** Parameters that choose between formulas: constants of a pipeline, so that it holds only one. */
function choices(choice: DynamicsChoice): readonly Parameter[] {
  return declared(choice).filter(({ kind }) => kind !== 'number');
}

/** Parameters of every model and method. */
const COMMON: readonly Parameter[] = [...MODIFIERS, ...RUN];

/** Parameters of this model and method alone, and the step, which each method declares. */
function own(choice: DynamicsChoice): readonly Parameter[] {
  return [...modelOf(choice).parameters, ...methodOf(choice.method).parameters];
}

function declared(choice: DynamicsChoice): readonly Parameter[] {
  return [...COMMON, ...own(choice)];
}

/**
 * What the layouts of all models and methods begin with, which is all that kernels read that are the
 * same for all of them.
 */
export const COMMON_LAYOUT = new UniformLayout([
  ...fieldsOf(COMMON),
  f32('step'),
  ...DERIVED_FIELDS,
]);

/**
 * The layout of `parameters` in every kernel of this model and method.
 * @throws RangeError where they do not fit `PARAMETER_BYTES`
 */
export function parameterLayout(choice: DynamicsChoice): UniformLayout {
  const layout = new UniformLayout([
    ...COMMON_LAYOUT.fields,
    ...fieldsOf(own(choice).filter(({ name }) => name !== 'step')),
  ]);
  if (layout.size > PARAMETER_BYTES) {
    throw new RangeError(
      `too many parameters: ${layout.fields.length} scalars of ${choice.model} by ${choice.method}, expected at most ${PARAMETER_BYTES / 4}`,
    );
  }
  return layout;
}

function fieldsOf(parameters: readonly Parameter[]): readonly UniformField[] {
  const numbers = parameters.flatMap((parameter) =>
    parameter.kind === 'number' ? [parameter] : [],
  );
  return numbers.map(({ name, integer, shaderName }) => ({
    ...(integer ? u32(name) : f32(name)),
    ...(shaderName !== undefined && { shaderName }),
  }));
}

/** WGSL that declares the constants of a pipeline that are the same for every model and method. */
export const COMMON_OVERRIDES = 'override noisy: u32 = 0u;\n';

/** WGSL that declares the parameters that are constants of a pipeline. */
export function overrideDeclarations(choice: DynamicsChoice): string {
  const chosen = choices(choice).map(
    (parameter) => `override ${parameter.name}: u32 = ${codeOf(parameter, parameter.default)}u;\n`,
  );
  return `${chosen.join('')}${COMMON_OVERRIDES}override gradientNoisy: u32 = 0u;\n`;
}

/**
 * The pipeline constants of an experiment: a choice as its option's index, a switch as 0 or 1, and
 * whether there is noise, which is mostly absent.
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
  return {
    ...Object.fromEntries(chosen),
    ...commonOverrideValues(experiment, varied),
    gradientNoisy: isPositive(experiment, varied, 'gradientNoise') ? 1 : 0,
  };
}

/**
 * Ids of the modifiers of the field that a kernel of an experiment is linked with: those that are on.
 * @param varied parameters that differ from start to start
 */
export function linkedModifiers(
  { values }: Experiment,
  varied: readonly string[] = [],
): readonly string[] {
  const isVaried = ({ name }: Parameter) => varied.includes(name);
  return FIELD_MODIFIERS.filter(
    (modifier) => modifier.parameters.some(isVaried) || !modifier.isOff(values),
  ).map(({ id }) => id);
}

/** Of these constants, those of `COMMON_OVERRIDES`. */
export function commonOverrideValues(
  experiment: Experiment,
  varied: readonly string[] = [],
): Record<string, number> {
  const noisy = ['noise', 'gradientNoise'].some((name) => isPositive(experiment, varied, name));
  return { noisy: noisy ? 1 : 0 };
}

function isPositive({ values }: Experiment, varied: readonly string[], name: string): boolean {
  return varied.includes(name) || Number(values[name]) > 0;
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
