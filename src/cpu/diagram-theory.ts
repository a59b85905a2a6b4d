/** What theory knows of a diagram: equilibria and circles over the axis, and where they change. */
import {
  columnValue,
  diagramAxis,
  startsOfColumns,
  visitedOrigin,
} from '../experiment/diagram/diagram.ts';
import {
  NO_THEORY,
  THEORY_CURVES,
  type CurveStability,
  type DiagramTheory,
  type TheoryCurve,
} from '../experiment/diagram/diagram-theory.ts';
import { equilibriaIn } from '../experiment/equilibrium/equilibria.ts';
import { targetOf } from '../experiment/equilibrium/target.ts';
import {
  indexOf,
  type Diagram,
  type Experiment,
  type ParameterAxis,
} from '../experiment/experiment.ts';
import { atParameters, isParameterAxis, withParameterAxes } from '../experiment/plane.ts';
import { visitedComponent, visitedValue } from '../measures/visit-counter.ts';
import type { Visited } from '../measures/visits.ts';
import { methodOf } from '../experiment/parameters.ts';
import type { State } from '../models/state.ts';
import { circlesOf, type Circle } from './circles.ts';
import { ROUNDING, spectrumAround, spectrumOf, type Complex } from './linearisation.ts';
import { theoryLinesOf } from './theory-lines.ts';

/** Places along the axis: curves are straight between them. */
const PLACES = 65;

/** Starts of Newton's method along each side of a box, for equilibria beside the target. */
const SIDE = 9;

/** From one place where circles are looked for to the next. */
const SOUGHT = 8;

/** A curve goes on where the next value is as near as this, as a share of the range. */
const NEAR = 0.08;

/** A starting point's L counts at so many starts of an ensemble. */
const MOST_STARTS = 8;

/** A value of a curve at one place. */
interface Knot {
  readonly y: number;
  readonly stability: CurveStability;
}

/**
 * The theory of a diagram whose axis is a parameter; nothing of one over initial conditions, or of outcomes
 * beside the bifurcations.
 * @param range of the values upwards, which curves are cut at
 */
export function diagramTheoryOf(
  experiment: Experiment,
  diagram: Diagram,
  range: readonly [low: number, high: number],
): DiagramTheory {
  const { x, of } = diagram;
  if (!isParameterAxis(x) || experiment.values['theory'] !== true) return NO_THEORY;
  const bifurcations = bifurcationsOf(experiment, x, range);
  if (of === 'outcome') return { curves: [], bifurcations };
  const axis = diagramAxis(experiment, diagram);
  const places = Array.from({ length: PLACES }, (_, i) => columnValue(axis, i, PLACES));
  const experiments = places.map((value) => atParameters(experiment, [x.parameter], [value]));
  const curvesOf = (kind: TheoryCurve['kind'], knots: readonly (readonly Knot[])[]) =>
    linked(knots, places, range).map(({ stability, lines }) => ({
      kind,
      label: THEORY_CURVES[kind],
      stability,
      lines,
    }));
  return {
    curves: [
      ...curvesOf('equilibrium', experiments.map(equilibriumKnots(of, range))),
      ...curvesOf('circle', circleKnots(experiments, diagram, of, range)),
    ],
    bifurcations,
  };
}

/** Where the local theory changes along the axis alone. */
function bifurcationsOf(
  experiment: Experiment,
  x: ParameterAxis,
  [low, high]: readonly [number, number],
) {
  return theoryLinesOf(withParameterAxes(experiment, { x })).map((line) => ({
    ...line,
    lines: line.lines.map((points): readonly (readonly [number, number])[] => {
      const [at] = points[0]!;
      return [
        [at, low],
        [at, high],
      ];
    }),
  }));
}

/** What is counted at each equilibrium of an experiment: the target, and others of a game of two numbers. */
function equilibriumKnots(of: Visited, range: readonly [number, number]) {
  return (experiment: Experiment): readonly Knot[] => {
    const target = targetOf(experiment);
    const origin = visitedOrigin(experiment, of);
    const isFlow = methodOf(experiment.method).kind === 'flow';
    const knotOf = (state: State, spectrum: readonly Complex[] | undefined): readonly Knot[] => {
      const less = state.map((value, i) => value - target[i]!);
      return spectrum
        ? [{ y: visitedValue(of, less) + origin, stability: stabilityOf(spectrum, isFlow) }]
        : [];
    };
    const others = experiment.game?.planar
      ? equilibriaIn(experiment, boxOf(of, range), target, SIDE).filter(
          (state) => !state.every((value, i) => Math.abs(value - target[i]!) < 1e-9),
        )
      : [];
    return [
      ...knotOf(target, spectrumOf(experiment)),
      ...others.flatMap((state) => knotOf(state, spectrumAround(experiment, state))),
    ];
  };
}

/** Where equilibria of a game of two numbers are looked for: as far as the diagram reaches. */
function boxOf(of: Visited, [low, high]: readonly [number, number]) {
  const reach = Math.max(Math.abs(low), Math.abs(high));
  const around = [-reach, reach] as const;
  const component = visitedComponent(of);
  return { phi1: around, theta1: around, ...(component && { [component]: [low, high] as const }) };
}

function stabilityOf(spectrum: readonly Complex[], isFlow: boolean): CurveStability {
  const growth = Math.max(...spectrum.map(({ re, im }) => (isFlow ? re : Math.hypot(re, im) - 1)));
  if (growth > ROUNDING) return 'unstable';
  return growth < -ROUNDING ? 'stable' : 'neutral';
}

/** What is counted along each circle, or both its ends where that is a component. */
function circleKnots(
  experiments: readonly Experiment[],
  diagram: Diagram,
  of: Visited,
  [low, high]: readonly [number, number],
): readonly (readonly Knot[])[] {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const { starts } = startsOfColumns(experiments[0]!, diagram, [1, 0, 1]);
  const states = Array.from({ length: Math.min(MOST_STARTS, starts.length / 4) }, (_, i) => {
    return Array.from(starts.subarray(4 * i, 4 * i + 4)) as unknown as State;
  });
  return circlesOver(experiments, states, largest).map((circles) =>
    circles.flatMap((circle) => {
      return valuesOn(circle, of).map((y) => ({ y, stability: circle.stability }));
    }),
  );
}

/** The circles at each place: found anew at some places, and followed from there to both sides. */
function circlesOver(
  experiments: readonly Experiment[],
  starts: readonly State[],
  largest: number,
): readonly (readonly Circle[])[] {
  const found: (readonly Circle[])[] = experiments.map((experiment, i) =>
    i % SOUGHT === 0 ? circlesOf(experiment, starts, largest) : [],
  );
  const follow = (from: number, to: number) => {
    const seeds = found[from]!.map(({ seed }) => seed);
    const own = found[to]!;
    if (seeds.length === 0 || own.length >= seeds.length) return;
    found[to] = circlesOf(experiments[to]!, starts, largest, [
      ...own.map(({ seed }) => seed),
      ...seeds,
    ]);
  };
  for (let i = 1; i < found.length; i++) follow(i - 1, i);
  for (let i = found.length - 1; i > 0; i--) follow(i, i - 1);
  return found;
}

function valuesOn({ phi, theta, angularMomentum }: Circle, of: Visited): readonly number[] {
  const component = visitedComponent(of);
  if (component) {
    const radius = indexOf(component) < 2 ? phi : theta;
    return [-radius, radius];
  }
  if (of === 'L') return [angularMomentum];
  // Of both players' vectors only the lengths count.
  return [visitedValue(of, [phi, 0, theta, 0])];
}

/** Polylines through values at one place after the other, cut where the stability changes. */
function linked(
  knots: readonly (readonly Knot[])[],
  places: readonly number[],
  [low, high]: readonly [number, number],
) {
  type Points = (readonly [number, number])[];
  const near = NEAR * (high - low);
  const done = new Map<CurveStability, Points[]>();
  let open: { readonly stability: CurveStability; readonly points: Points }[] = [];
  places.forEach((x, i) => {
    const next: typeof open = [];
    for (const { y, stability } of distinct(knots[i]!, (high - low) * 1e-6)) {
      const from = open
        .filter(({ points }) => Math.abs(points.at(-1)![1] - y) <= near)
        .toSorted(
          (a, b) => Math.abs(a.points.at(-1)![1] - y) - Math.abs(b.points.at(-1)![1] - y),
        )[0];
      if (from) open = open.filter((one) => one !== from);
      if (from?.stability === stability) {
        from.points.push([x, y]);
        next.push(from);
        continue;
      }
      // What is of another stability begins where the last place was.
      const points: Points = [...(from ? [from.points.at(-1)!] : []), [x, y]];
      done.set(stability, [...(done.get(stability) ?? []), points]);
      next.push({ stability, points });
    }
    open = next;
  });
  return Array.from(done, ([stability, lines]) => ({
    stability,
    lines: lines.filter((points) => points.length > 1),
  })).filter(({ lines }) => lines.length > 0);
}

function distinct(knots: readonly Knot[], near: number): readonly Knot[] {
  return knots.filter(
    ({ y }, i) => !knots.slice(0, i).some((other) => Math.abs(other.y - y) <= near),
  );
}
