import type { ShaderSource } from './linker.ts';
import { DERIVED, parameterLayout } from './parameters.ts';
import type { UniformField } from './uniforms.ts';

/** Most fields of `StartParameters`: two axes, and the step of a flow that another one is compared with. */
export const MOST_FIELDS = DERIVED.length + 3;

/** The fields of `StartParameters`: what may differ from start to start. */
export function fieldsOf(
  model: string,
  method: string,
  names: readonly string[],
): readonly UniformField[] {
  // The step of the flow that a rule is compared with may follow from the rule's.
  const own = new Set([...names, 'step', ...DERIVED.map(({ name }) => name)]);
  return parameterLayout(model, method).fields.filter(({ name }) => own.has(name));
}

/** WGSL of `StartParameters`, and of what puts a start's own into `parameters`. */
export function startParametersDeclarations(
  model: string,
  method: string,
  names: readonly string[],
): ShaderSource {
  const fields = fieldsOf(model, method, names);
  const members = fields.map(({ name, type }) => `  ${name}: ${type},\n`).join('');
  const copies = fields.map(({ name }) => `  parameters.${name} = own.${name};\n`).join('');
  return {
    path: 'start-parameters',
    code: [
      `struct StartParameters {\n${members}}\n`,
      `fn loadParametersOf(start: u32) {\n  loadParameters();\n  let own = startParameters[start];\n${copies}}\n`,
    ].join(''),
  };
}
