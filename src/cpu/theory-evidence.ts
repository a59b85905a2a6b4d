import type { Results } from '../experiment/engine.ts';
import { columnIn, rowCount, rowLayoutOf, type RowLayout } from '../experiment/ensemble/rows.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { isParameterAxis, isSlice, mapPlane, valueAt } from '../experiment/plane.ts';
import type { Fastest, TheoryEvidence } from '../experiment/theory/theory-line.ts';
import { OUTCOMES, type Outcome } from '../measures/outcomes.ts';
import { leadingOn, type Leading } from './local-theory.ts';

/** Cells along an axis whose corners are looked at; where these agree, all between them do. */
const CELLS = 32;

/**
 * Theory claims something where over the horizon a deviation changes by this much, in natural logarithms,
 * 20 times: less than that the measured outcome cannot show.
 */
const SHOWN = 3;

/** Of a cell: what is left after so many is less than a pixel's thousandth. */
const THIRDS = 16;

const HOME: ReadonlySet<Outcome> = new Set(['converged', 'converging']);
/** Of the others nothing is said about where theta ends. */
const AWAY: ReadonlySet<Outcome> = new Set([
  'orbiting',
  'growing',
  'stuck',
  'diverged',
  'chaotic',
  'bounded',
]);

type Place = readonly [x: number, y: number];

/**
 * Where on the experiment's plane the local theory at the equilibrium and the measured outcomes disagree:
 * it is locally stable, and some start does not come home, or the reverse. Undefined where no axis is a
 * parameter, or there is no Jacobian.
 * @param sample results of a square map of the plane
 */
export function theoryEvidenceOf(
  experiment: Experiment,
  sample: Results,
): TheoryEvidence | undefined {
  const plane = mapPlane(experiment);
  const layout = rowLayoutOf(experiment);
  const side = Math.round(Math.sqrt(rowCount(layout, sample)));
  const labelsOf = labelsIn(layout, sample);
  const width = layout.columns.length;
  const rateColumn = layout.columns.indexOf('rate');
  const leadingAt = leadingOn(experiment);
  if (isSlice(plane) || !leadingAt(0.5, 0.5)) return undefined;
  const claimAt = claimsOn(leadingAt, numberOf(experiment, 'time'));
  const cells = new Uint8Array(side ** 2);
  let isKnown = true;
  let fastest: { readonly rate: number; readonly place: Place } | undefined;
  for (let i = 0; i < side ** 2; i++) {
    const place: Place = [((i % side) + 0.5) / side, (Math.floor(i / side) + 0.5) / side];
    const labels = labelsOf(i);
    const claim = claimAt(...place);
    const [home, away] = [HOME, AWAY].map((set) => labels.some((label) => set.has(label)));
    if (claim === 'stable' ? away : claim === 'unstable' && home) cells[i] = 1;
    if (!home || rateColumn < 0) continue;
    const rate = sample[width * i + rateColumn]!;
    // What has sunk below what can be known may have been faster.
    isKnown &&= !Number.isNaN(rate);
    if (rate < (fastest?.rate ?? 0)) fastest = { rate, place };
  }
  const isPlane = isParameterAxis(plane.x) && isParameterAxis(plane.y);
  const local = isPlane ? fastestOf(leadingAt) : undefined;
  const point = (at: Place): Place => [valueAt(plane.x, at[0]), valueAt(plane.y, at[1])];
  const found: Fastest = {
    ...(local && { local: point(local) }),
    ...(isKnown && fastest && { measured: point(fastest.place) }),
  };
  const share = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  return { side, cells, share, fastest: found };
}

/** The labels that occur at a pixel. */
function labelsIn(layout: RowLayout, rows: Results): (pixel: number) => readonly Outcome[] {
  const width = layout.columns.length;
  if (layout.starts === undefined) {
    const column = columnIn(layout, 'outcome');
    return (pixel) => [OUTCOMES[rows[width * pixel + column]!]!];
  }
  const shares = OUTCOMES.map((label) => columnIn(layout, `share.${label}`));
  return (pixel) => OUTCOMES.filter((_, code) => rows[width * pixel + shares[code]!]! > 0);
}

type Claim = 'stable' | 'unstable' | 'none';

/** What theory says of a place: by the corners of its cell where they agree, else of the place itself. */
function claimsOn(leadingAt: (x: number, y: number) => Leading | undefined, horizon: number) {
  const own = (x: number, y: number): Claim => {
    const leading = leadingAt(x, y);
    const change = leading ? leading.rate * horizon : 0;
    if (change > SHOWN) return 'unstable';
    return change < -SHOWN ? 'stable' : 'none';
  };
  return (x: number, y: number): Claim => {
    const [left, low] = [Math.floor(x * CELLS), Math.floor(y * CELLS)];
    const corners = [0, 1].flatMap((right) =>
      [0, 1].map((up) => own((left + right) / CELLS, (low + up) / CELLS)),
    );
    return corners.every((claim) => claim === corners[0]) ? corners[0]! : own(x, y);
  };
}

/**
 * Where deviations decay fastest in a unit of time. Along a line of critical damping the rate has a ridge,
 * so each row is searched for its own best place, and then the best row.
 */
function fastestOf(leadingAt: (x: number, y: number) => Leading | undefined): Place | undefined {
  const rateAt = (x: number, y: number) => leadingAt(x, y)?.rate ?? 0;
  const shares = Array.from({ length: CELLS + 1 }, (_, i) => i / CELLS);
  const least = (of: (share: number) => number) => shares.reduce((a, b) => (of(b) < of(a) ? b : a));
  const bestIn = (y: number) =>
    narrowed(
      least((x) => rateAt(x, y)),
      (x) => rateAt(x, y),
    );
  const rows = new Map<number, number>();
  const rateOfRow = (y: number): number => {
    if (!rows.has(y)) rows.set(y, rateAt(bestIn(y), y));
    return rows.get(y)!;
  };
  const y = narrowed(least(rateOfRow), rateOfRow);
  return rateOfRow(y) < 0 ? [bestIn(y), y] : undefined;
}

/** The least of a function within a cell of `centre`, by thirds. */
function narrowed(centre: number, of: (share: number) => number): number {
  let [low, high] = [Math.max(0, centre - 1 / CELLS), Math.min(1, centre + 1 / CELLS)];
  for (let i = 0; i < THIRDS; i++) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (of(one) < of(other)) high = other;
    else low = one;
  }
  const middle = (low + high) / 2;
  return [low, middle, high].reduce((a, b) => (of(b) < of(a) ? b : a));
}
