import { numberOf, textOf, type Experiment } from '../experiment/experiment.ts';
import { paletteTable } from '../figure/palette.ts';
import type { Theme } from '../figure/theme.ts';

/** The ways to colour particles, in the order of their codes in flow.wgsl. */
const COLOURINGS = ['map', 'speed', 'distance', 'angle', 'time'];

export function colouringCode(experiment: Experiment): number {
  return COLOURINGS.indexOf(textOf(experiment, 'colour'));
}

/** The table of a colouring that is not the map's: cyclic for angles. */
export function flowTable(colouring: string, theme: Theme): Uint8Array {
  return paletteTable(colouring === 'angle' ? 'cyclic' : 'viridis', theme);
}

/** The value that has the table's last colour; speeds and lengths by the slice's reach. */
export function colouringHigh(experiment: Experiment, reach: number): number {
  return textOf(experiment, 'colour') === 'time' ? numberOf(experiment, 'time') : reach;
}
