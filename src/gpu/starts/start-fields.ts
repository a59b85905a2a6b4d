import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { methodOf, type DynamicsChoice } from '../../experiment/parameters.ts';
import type { Ranges } from '../../experiment/plane.ts';
import type { Lanes } from '../integrator-state.ts';
import type { ShaderSource } from '../linker.ts';
import { DERIVED, DERIVED_FIELDS } from '../derived.ts';
import { parameterLayout } from '../parameters.ts';
import {
  shaderNameOf,
  type UniformField,
  type UniformLayout,
  type UniformValues,
} from '../uniforms.ts';

/** Most fields of `StartParameters`: two axes, and the step of a flow that another one is compared with. */
export const MOST_FIELDS = DERIVED_FIELDS.length + 3;

/** Fields of `StartParameters` that follow from the same of the parameters that differ. */
export interface StartFields {
  readonly fields: readonly UniformField[];
  readonly follows: readonly string[];
  of(experiment: Experiment): UniformValues;
}

/**
 * What differs from start to start where these parameters do, those of another method left out; the
 * first ones are parameters, the others follow from them.
 */
export function fieldsOf(choice: DynamicsChoice, names: readonly string[]): readonly StartFields[] {
  const numbers = parameterLayout(choice).fields;
  const own = numbers.filter(({ name }) => names.includes(name));
  const derived = DERIVED.map((group) => ({
    ...group,
    follows: group.follows(choice).filter((name) => names.includes(name)),
  }));
  return [
    ...own.map((field) => ({
      fields: [field],
      follows: [field.name],
      of: (experiment: Experiment) => ({ [field.name]: numberOf(experiment, field.name) }),
    })),
    ...derived.filter(({ follows }) => follows.length > 0),
  ];
}

/** Whether starts with these parameters of their own take steps of their own. */
export function haveOwnSteps(names: readonly string[]): boolean {
  return names.includes('step') || names.includes('emaBeta');
}

/** Of these, what two starts side by side have in common: the steps, and what a method itself has. */
export function sharedByLanes(method: string, names: readonly string[]): readonly string[] {
  const isOfMethod = (name: string) =>
    methodOf(method).parameters.some((parameter) => parameter.name === name);
  return names.filter((name) => haveOwnSteps([name]) || isOfMethod(name));
}

/**
 * WGSL of `StartParameters`, and of what puts a start's own into `parameters`.
 * @param binding of the buffer
 * @param layout of `parameters`: what it has not got is not read
 */
export function startParametersDeclarations(
  choice: DynamicsChoice,
  names: readonly string[],
  lanes: Lanes,
  binding: number,
  layout: UniformLayout = parameterLayout(choice),
): ShaderSource {
  const all = fieldsOf(choice, names);
  const shared = sharedByLanes(choice.method, names);
  const apart = names.filter((name) => !shared.includes(name));
  const fields = all.flatMap((group) => group.fields);
  const members = fields.map((field) => `  ${shaderNameOf(field)}: ${field.type},\n`).join('');
  const copies = fields
    .filter(({ name }) => layout.fields.some((field) => field.name === name))
    .map(shaderNameOf)
    .map((name) => `  parameters.${name} = own.${name};\n`)
    .join('');
  return {
    path: 'start-parameters',
    code: [
      `struct StartParameters {\n${members}}\n`,
      `@group(0) @binding(${binding}) var<storage, read> startParameters: array<StartParameters>;\n`,
      `fn loadParametersOf(start: u32) {\n  loadParameters();\n  let own = startParameters[start];\n${copies}}\n`,
      lanes === 1 ? ALONE : laneDeclarations(fields.filter(({ name }) => apart.includes(name))),
    ].join(''),
  };
}

const ALONE = 'fn loadLanes(first: u32, last: u32) {}\nfn useLane(which: u32) {}\n';

/** What of two starts side by side steps read: the parameters themselves. */
function laneDeclarations(fields: readonly UniformField[]): string {
  const each = (line: (name: string) => string) =>
    fields.map((field) => line(shaderNameOf(field))).join('');
  const variables = fields.map(
    (field) => `var<private> ${shaderNameOf(field)}OfLanes: vec2<${field.type}>;\n`,
  );
  const loads = each(
    (name) =>
      `  ${name}OfLanes = vec2(startParameters[first].${name}, startParameters[last].${name});\n`,
  );
  const uses = each(
    (name) => `  parameters.${name} = select(${name}OfLanes.x, ${name}OfLanes.y, which == 1u);\n`,
  );
  return [
    ...variables,
    `fn loadLanes(first: u32, last: u32) {\n${loads}}\n`,
    `fn useLane(which: u32) {\n${uses}}\n`,
  ].join('');
}

/** The parameters that differ from start to start and are any of this experiment's. */
export function namesOf(experiment: Experiment, ranges: Ranges = {}): readonly string[] {
  const names = Object.keys(ranges);
  const own = fieldsOf(experiment, names).flatMap(({ follows }) => follows);
  return names.filter((name) => own.includes(name));
}
