import { numberOf, textOf, type Experiment, type Slice } from '../../experiment/experiment.ts';
import { paletteTable } from './palette.ts';
import type { Theme } from './theme.ts';

/** How particles are coloured: a map over parameters has no colours of their starts. */
export function colouringOf(experiment: Experiment): string {
  const colouring = textOf(experiment, 'colour');
  return colouring === 'map' && experiment.parameterAxes ? 'speed' : colouring;
}

/** The table of a colouring that is not the map's: cyclic for angles. */
export function flowTable(colouring: string, theme: Theme): Uint8Array {
  return paletteTable(colouring === 'angle' ? 'cyclic' : 'viridis', theme);
}

/** The value that has the table's last colour; its first one is that of 0. */
export function colouringHigh(experiment: Experiment): number {
  switch (colouringOf(experiment)) {
    case 'time':
      return numberOf(experiment, 'time');
    case 'angle':
      return 2 * Math.PI;
    default:
      return extentOf(experiment.slice);
  }
}

/** The largest coordinate in the slice's window. */
export function extentOf({ x, y }: Slice): number {
  return Math.max(...[x.min, x.max, y.min, y.max].map(Math.abs));
}
