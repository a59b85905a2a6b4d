import type { Plane } from '../../experiment/experiment.ts';
import type { PhasePortrait } from '../../experiment/theory/phase-plane.ts';
import type { PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import type { Markup } from '../svg.ts';
import { equilibriumMarks } from './equilibria.ts';
import { phasePlaneMarks } from './phase-plane.ts';

/** What is marked on a phase plane, the lines below the equilibria; nothing on a plane of parameters. */
export function portraitMarks(
  { phasePlane, equilibria }: Partial<PhasePortrait>,
  plane: Plane,
  pane: Rectangle,
  options: PaneOptions,
): readonly Markup[] {
  return [
    ...(phasePlane ? phasePlaneMarks(phasePlane, plane, pane, options) : []),
    ...equilibriumMarks(equilibria ?? [], plane, pane, options),
  ];
}
