import { ENTRIES } from './palette.ts';
import { mix, type RGB } from './theme.ts';

/**
 * Okabe and Ito's colours (2008), apart to colour-blind eyes, in an order in which numbers next to each
 * other and those one apart, two sinks about a saddle, differ most.
 */
const COLOURS: readonly RGB[] = [
  [0, 114, 178],
  [240, 228, 66],
  [213, 94, 0],
  [86, 180, 233],
  [204, 121, 167],
  [0, 158, 115],
  [230, 159, 0],
];

/** How far from its colour towards black a number is in each round through them. */
const DARKER = [0, 0.4, 0.65];

/** The colours of basins by their numbers, four bytes each. @param none of what ends at no equilibrium */
export function basinTable(none: RGB): Uint8Array {
  const table = new Uint8Array(4 * ENTRIES).fill(255);
  for (let number = 0; number < ENTRIES; number++) {
    const round = Math.floor((number - 1) / COLOURS.length);
    const colour = COLOURS[(number - 1) % COLOURS.length];
    const darker = DARKER[round % DARKER.length]!;
    table.set(colour ? mix(colour, [0, 0, 0], darker) : none, 4 * number);
  }
  return table;
}
