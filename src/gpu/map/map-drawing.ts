import { colourDeclarations } from '../colours.ts';
import { link, type Linked } from '../linker.ts';
import { file, sharedConstants } from '../programs.ts';

/** What gives a map's starts their colours. */
export function mapColouring(): Linked {
  return link([
    sharedConstants(),
    colourDeclarations(),
    file('drawing/colour'),
    file('drawing/map-colours'),
  ]);
}

/** The draw pass of the map. */
export function mapDrawing(): Linked {
  return link([file('drawing/map-draw')]);
}
