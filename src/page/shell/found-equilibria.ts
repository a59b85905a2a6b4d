import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import type { Plane } from '../../experiment/experiment.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { LegendPlace } from '../../figure/legend/legend-place.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';

export interface FoundEquilibria {
  readonly isSearched: boolean;
  readonly equilibria: readonly Equilibrium[];
  /** There are so many that they are no points but a curve: then none of them is here. */
  readonly isCurve: boolean;
  /** With what is switched on of the phase plane, in a pane; on a plane of parameters there are none. */
  marks(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[];
  /** Of a map of basins; empty until they are found. */
  legend(scale: ColourScale, place: Omit<LegendPlace, 'x' | 'y'>): string;
}
