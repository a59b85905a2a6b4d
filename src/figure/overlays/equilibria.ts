import { indexOf, type Plane, type Slice } from '../../experiment/experiment.ts';
import type { Equilibrium, EquilibriumKind } from '../../experiment/equilibrium/kind.ts';
import { isSlice } from '../../experiment/plane.ts';
import { COMPONENTS } from '../../models/state.ts';
import { inkOf, type Theme } from '../colour/theme.ts';
import { outlined, placeInPane, type PaneOptions } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';
import { documentOf, element, type Markup } from '../svg.ts';

/** In em: a mark lies within the ring of the target. */
const RADIUS = 0.26;
const WIDTH = 0.12;

/** Marks of equilibria by their kind, at their states; none on a plane of parameters. */
export function equilibriumMarks(
  equilibria: readonly Equilibrium[],
  plane: Plane,
  pane: Rectangle,
  { theme, em }: Pick<PaneOptions, 'theme' | 'em'>,
): readonly Markup[] {
  if (!isSlice(plane)) return [];
  const [first, second] = [plane.x, plane.y].map(({ component }) => indexOf(component)) as [
    number,
    number,
  ];
  return equilibria
    .filter((equilibrium) => isMarked(equilibrium, plane))
    .map(({ state, kind }) => {
      const [x, y] = placeInPane(plane, pane, state[first]!, state[second]!);
      return markOf(kind, x, y, theme, em);
    });
}

/** Newton's method leaves so much of a held value. */
const SAME = 1e-6;

/** Whether an equilibrium lies in a plane, and within its viewport. */
export function isMarked({ state }: Equilibrium, { x, y, hold }: Slice): boolean {
  return COMPONENTS.every((component, i) => {
    const axis = [x, y].find((one) => one.component === component);
    const value = state[i]!;
    return axis ? axis.min <= value && value <= axis.max : Math.abs(value - hold[i]!) <= SAME;
  });
}

/** The mark of a kind alone, for a list. @param em its width and height, in pixels */
export function equilibriumMark(kind: EquilibriumKind, theme: Theme, em: number): string {
  const box = { x: 0, y: 0, width: em, height: em };
  return documentOf(box, { 'aria-hidden': 'true' }, [markOf(kind, em / 2, em / 2, theme, em)]);
}

function markOf(kind: EquilibriumKind, x: number, y: number, theme: Theme, em: number): Markup {
  const { text, background } = inkOf(theme);
  const radius = RADIUS * em;
  if (kind !== 'sink') return outlined(PATHS[kind](x, y, radius), text, WIDTH * em, theme);
  const rim = { stroke: background, 'stroke-width': WIDTH * em };
  return element('circle', { cx: x, cy: y, r: radius + (WIDTH / 2) * em, fill: text, ...rim });
}

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const dot = (x: number, y: number) => `M${x} ${y}h0.01`;

/** A source is a ring, a saddle a cross, a centre a ring with a point, a degenerate one a diamond. */
const PATHS: Readonly<
  Record<Exclude<EquilibriumKind, 'sink'>, (x: number, y: number, r: number) => string>
> = {
  source: circle,
  saddle: (x, y, r) => `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x - r} ${y + r}l${2 * r} ${-2 * r}`,
  centre: (x, y, r) => circle(x, y, r) + dot(x, y),
  degenerate: (x, y, r) => `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`,
};
