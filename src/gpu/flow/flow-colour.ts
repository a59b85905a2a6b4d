import type { Experiment } from '../../experiment/experiment.ts';
import { VIEW } from '../../experiment/parameters.ts';
import { colouringOf } from '../../figure/colour/flow-colours.ts';
import type { ShaderSource } from '../linker.ts';

/** The ways to colour particles, in the order of their codes. */
const COLOURINGS = VIEW.flatMap((parameter) =>
  parameter.name === 'colour' && parameter.kind === 'choice' ? parameter.options : [],
);

/** Their codes as flow/advect.wgsl names them. */
export function colouringDeclarations(): ShaderSource {
  const lines = COLOURINGS.map(
    (name, code) => `const COLOUR_${name.toUpperCase()}: u32 = ${code}u;`,
  );
  return { path: 'colourings', code: lines.join('\n') };
}

export function colouringCode(experiment: Experiment): number {
  return COLOURINGS.indexOf(colouringOf(experiment));
}
