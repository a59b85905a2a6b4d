/** Stable and unstable manifolds of saddles in a two-dimensional invariant subspace. */
import { indexOf, type Experiment } from '../../experiment/experiment.ts';
import type { Separatrix, SlicePoint } from '../../experiment/theory/phase-plane.ts';
import type { State } from '../../models/state.ts';
import { sliceFieldOf, type SliceField } from './slice-field.ts';

/** The step along a branch, in sides of the viewport: RK4's error is below its fifth power. */
const STEP = 1 / 400;

/** Where a branch begins beside its saddle: the manifold parts from its tangent by the square. */
const BEGIN = 1e-5;

/** A branch has arrived where it is as near to an equilibrium as this, nearer than it begins beside one. */
const ARRIVED = BEGIN / 2;

/** How much a step may take of the way to the nearest equilibrium, so that spirals stay round. */
const NEARER = 0.1;

/** A branch is left alone so many sides beyond the viewport, or after so many steps. */
const BEYOND = 1;
const MOST_STEPS = 20_000;

/** A branch that passes so many cells again, of so many along each side, winds onto a cycle. */
const LAP_CELLS = 1000;
const LAPPED = 60;

/** Two passes through a cell are parted by so many steps. */
const LAP = 100;

/** Held components that change by more than this, of the rates, leave the slice. */
const INVARIANT = 1e-9;

/** Places along each side of the slice where that is looked at. */
const LOOKS = 9;

/**
 * The branches of all saddles among the equilibria that lie on the slice; none where the flow leaves it.
 * @param equilibria of the experiment, also beyond the viewport
 */
export function separatricesOf(
  experiment: Experiment,
  equilibria: readonly State[],
): readonly Separatrix[] {
  const { x, y, hold } = experiment.slice;
  const field = sliceFieldOf(experiment);
  if (!isInvariant(experiment, field)) return [];
  const [first, second] = [indexOf(x.component), indexOf(y.component)];
  const places = equilibria
    .filter((state) =>
      state.every((value, i) => i === first || i === second || Math.abs(value - hold[i]!) <= 1e-6),
    )
    .map((state): SlicePoint => [state[first]!, state[second]!]);
  return places.flatMap((saddle) => {
    const directions = directionsOf(field.jacobian(...saddle));
    return (directions ?? []).flatMap(({ kind, direction }) =>
      [1, -1].map((side) => ({
        kind,
        line: branch(experiment, field, saddle, places, direction, side, kind),
      })),
    );
  });
}

function isInvariant({ slice: { x, y } }: Experiment, field: SliceField): boolean {
  let [leaving, largest] = [0, 0];
  for (let k = 0; k < LOOKS * LOOKS; k++) {
    const right = ((k % LOOKS) + 0.5) / LOOKS;
    const up = (Math.floor(k / LOOKS) + 0.5) / LOOKS;
    const at = [x.min + right * (x.max - x.min), y.min + up * (y.max - y.min)] as const;
    leaving = Math.max(leaving, field.leaving(...at));
    largest = Math.max(largest, ...field.rates(...at).map(Math.abs));
  }
  return leaving <= INVARIANT * largest;
}

/** The eigenvectors of a saddle; undefined of another equilibrium. */
function directionsOf([a, b, c, d]: readonly [number, number, number, number]) {
  const [half, determinant] = [(a + d) / 2, a * d - b * c];
  if (!(determinant < 0)) return undefined;
  const root = Math.sqrt(half * half - determinant);
  return (['unstable', 'stable'] as const).map((kind) => {
    const value = kind === 'unstable' ? half + root : half - root;
    // Of the two rows of J − value the larger one is the surer.
    const [one, other]: readonly SlicePoint[] = [
      [b, value - a],
      [value - d, c],
    ];
    const direction = Math.hypot(...one!) >= Math.hypot(...other!) ? one! : other!;
    return { kind, direction };
  });
}

/** One branch, in the values of the slice's axes. */
function branch(
  { slice: { x: xAxis, y: yAxis } }: Experiment,
  field: SliceField,
  saddle: SlicePoint,
  equilibria: readonly SlicePoint[],
  direction: SlicePoint,
  side: number,
  kind: Separatrix['kind'],
): readonly SlicePoint[] {
  const [width, height] = [xAxis.max - xAxis.min, yAxis.max - yAxis.min];
  const sign = kind === 'unstable' ? 1 : -1;
  /** The direction of the branch, of length 1 in sides of the viewport. */
  const slope = ([x, y]: SlicePoint): SlicePoint => {
    const [rx, ry] = field.rates(x, y) as unknown as [number, number];
    const size = sign * Math.hypot(rx / width, ry / height) || NaN;
    return [rx / size, ry / size];
  };
  const distance = (a: SlicePoint, b: SlicePoint) =>
    Math.hypot((a[0] - b[0]) / width, (a[1] - b[1]) / height);
  const moved = ([x, y]: SlicePoint, by: number, [dx, dy]: SlicePoint): SlicePoint => [
    x + by * dx,
    y + by * dy,
  ];
  const size = side * Math.hypot(direction[0] / width, direction[1] / height);
  let point = moved(saddle, BEGIN / size, direction);
  const line = [saddle, point];
  const isLapped = lapCounter();
  for (let step = 0; step < MOST_STEPS; step++) {
    const nearest = equilibria.reduce(
      (best, one) => (distance(one, point) < distance(best, point) ? one : best),
      saddle,
    );
    const near = distance(nearest, point);
    if (near < ARRIVED) {
      line.push(nearest);
      break;
    }
    const h = Math.min(STEP, NEARER * near);
    const k1 = slope(point);
    const k2 = slope(moved(point, h / 2, k1));
    const k3 = slope(moved(point, h / 2, k2));
    const k4 = slope(moved(point, h, k3));
    const mean: SlicePoint = [0, 1].map(
      (i) => (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!) / 6,
    ) as unknown as SlicePoint;
    point = moved(point, h, mean);
    if (!point.every(Number.isFinite)) break;
    line.push(point);
    const [right, up] = [(point[0] - xAxis.min) / width, (point[1] - yAxis.min) / height];
    if (Math.max(right, up) > 1 + BEYOND || Math.min(right, up) < -BEYOND) break;
    // A spiral into an equilibrium laps as well, and ends there.
    if (near > 10 / LAP_CELLS && isLapped(right, up, step)) break;
  }
  return line;
}

/** Says whether a branch, by its places in sides of the viewport, goes where it has gone before. */
function lapCounter(): (right: number, up: number, step: number) => boolean {
  const passed = new Map<number, number>();
  let again = 0;
  return (right, up, step) => {
    const cell =
      (Math.floor(up * LAP_CELLS) + LAP_CELLS) * 4 * LAP_CELLS + Math.floor(right * LAP_CELLS);
    const before = passed.get(cell);
    again = before !== undefined && step - before > LAP ? again + 1 : 0;
    passed.set(cell, step);
    return again >= LAPPED;
  };
}
