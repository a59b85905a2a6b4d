import { numberOf, textOf, type Experiment } from '../../experiment/experiment.ts';
import { VIEW } from '../../experiment/parameters.ts';
import { paletteTable } from '../../figure/colour/palette.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { ShaderSource } from '../linker.ts';

/** The ways to colour particles, in the order of their codes. */
const COLOURINGS = VIEW.flatMap((parameter) =>
  parameter.name === 'colour' && parameter.kind === 'choice' ? parameter.options : [],
);

/** Their codes as flow.wgsl names them. */
export function colouringDeclarations(): ShaderSource {
  const lines = COLOURINGS.map(
    (name, code) => `const COLOUR_${name.toUpperCase()}: u32 = ${code}u;`,
  );
  return { path: 'colourings', code: lines.join('\n') };
}

/** How particles are coloured: a map over parameters has no colours of their starts. */
export function colouringOf(experiment: Experiment): string {
  const colouring = textOf(experiment, 'colour');
  return colouring === 'map' && experiment.parameterAxes ? 'speed' : colouring;
}

export function colouringCode(experiment: Experiment): number {
  return COLOURINGS.indexOf(colouringOf(experiment));
}

/** The table of a colouring that is not the map's: cyclic for angles. */
export function flowTable(colouring: string, theme: Theme): Uint8Array {
  return paletteTable(colouring === 'angle' ? 'cyclic' : 'viridis', theme);
}

/** The value that has the table's last colour; speeds and lengths by the slice's reach. */
export function colouringHigh(experiment: Experiment, reach: number): number {
  return textOf(experiment, 'colour') === 'time' ? numberOf(experiment, 'time') : reach;
}
