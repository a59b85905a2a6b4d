import { pointsOf, shift, square, type Method, type Point } from './method.ts';
import { flowStep } from './step.ts';

type Slopes = readonly [Point, Point, Point, Point];

/** How far along one slope the next is taken, in steps. */
const REACH = [1 / 2, 1 / 2, 1] as const;

/** Classical Runge-Kutta (Kutta 1901): order 4, four stages, fixed step. */
export const rk4: Method = {
  id: 'rk4',
  title: 'RK4',
  kind: 'flow',
  source: 'Kutta 1901',
  doc: 'the differential equation, by the classical Runge-Kutta method of order 4',
  parameters: [flowStep({})],
  memory: [],
  // |R(iy)| = 1 - y^6/144 + O(y^8), R the stability polynomial of order 4.
  damping: 1 / 144,
  // w h = 0.93 for a rotation, where one step is wrong by (w h)^5/120 = 0.6%.
  largestStrain: 0.2,
  stepper: (dynamics) => {
    const { size, velocity } = dynamics;
    const [stage, ...slopes] = pointsOf(dynamics, 5) as [Point, ...Slopes];
    const [k1, k2, k3, k4] = slopes;
    return {
      memory: [],
      begin: () => {},
      step: (point, h, change) => {
        stage.set(point);
        for (let s = 0; ; s++) {
          velocity(stage, slopes[s]!);
          if (s === 3) break;
          shift(stage, point, h * REACH[s]!, slopes[s]!);
        }
        for (let i = 0; i < size; i++) {
          change[i] = (h * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!)) / 6;
        }
        return strain2Of(point, h, k1, k2, k3, k4);
      },
    };
  },
  // Written out: a loop over four components costs more than what is in it.
  pair: (dynamics) => {
    const { velocity } = dynamics;
    const [pStage, ...pSlopes] = pointsOf(dynamics, 5) as [Point, ...Slopes];
    const [qStage, ...qSlopes] = pointsOf(dynamics, 5) as [Point, ...Slopes];
    const [p1, p2, p3, p4] = pSlopes;
    const [q1, q2, q3, q4] = qSlopes;
    return {
      begin: () => {},
      step: (points, h, changes, strain2) => {
        const p = points[0];
        const q = points[1];
        pStage[0] = p[0]!;
        qStage[0] = q[0]!;
        pStage[1] = p[1]!;
        qStage[1] = q[1]!;
        pStage[2] = p[2]!;
        qStage[2] = q[2]!;
        pStage[3] = p[3]!;
        qStage[3] = q[3]!;
        for (let s = 0; ; s++) {
          const pSlope = pSlopes[s]!;
          const qSlope = qSlopes[s]!;
          velocity(pStage, pSlope);
          velocity(qStage, qSlope);
          if (s === 3) break;
          const reach = h * REACH[s]!;
          pStage[0] = p[0]! + reach * pSlope[0]!;
          qStage[0] = q[0]! + reach * qSlope[0]!;
          pStage[1] = p[1]! + reach * pSlope[1]!;
          qStage[1] = q[1]! + reach * qSlope[1]!;
          pStage[2] = p[2]! + reach * pSlope[2]!;
          qStage[2] = q[2]! + reach * qSlope[2]!;
          pStage[3] = p[3]! + reach * pSlope[3]!;
          qStage[3] = q[3]! + reach * qSlope[3]!;
        }
        strain2[0] = finish(changes[0], p, h, p1, p2, p3, p4);
        strain2[1] = finish(changes[1], q, h, q1, q2, q3, q4);
      },
    };
  },
};

/**
 * How much the two midpoint slopes disagree, and how much the slope bends. For a rotation they are
 * (w h)^3/4 and that times sqrt(1 + (w h)^2); on a circle of wgan the first is far smaller, and for a
 * decay with w h = 1 the second is 0.
 */
function strain2Of(point: Point, h: number, k1: Point, k2: Point, k3: Point, k4: Point): number {
  const disagreement =
    (k3[0]! - k2[0]!) ** 2 +
    (k3[1]! - k2[1]!) ** 2 +
    (k3[2]! - k2[2]!) ** 2 +
    (k3[3]! - k2[3]!) ** 2;
  const bend =
    (k1[0]! - k2[0]! - k3[0]! + k4[0]!) ** 2 +
    (k1[1]! - k2[1]! - k3[1]! + k4[1]!) ** 2 +
    (k1[2]! - k2[2]! - k3[2]! + k4[2]!) ** 2 +
    (k1[3]! - k2[3]! - k3[3]! + k4[3]!) ** 2;
  const scale = square(point);
  return scale === 0 ? 0 : (h * h * (disagreement > bend ? disagreement : bend)) / scale;
}

/** The change of a state and its squared strain, each slope read once. */
function finish(
  out: Point,
  s: Point,
  h: number,
  k1: Point,
  k2: Point,
  k3: Point,
  k4: Point,
): number {
  const a1 = k1[0]!;
  const a2 = k2[0]!;
  const a3 = k3[0]!;
  const a4 = k4[0]!;
  const b1 = k1[1]!;
  const b2 = k2[1]!;
  const b3 = k3[1]!;
  const b4 = k4[1]!;
  const c1 = k1[2]!;
  const c2 = k2[2]!;
  const c3 = k3[2]!;
  const c4 = k4[2]!;
  const d1 = k1[3]!;
  const d2 = k2[3]!;
  const d3 = k3[3]!;
  const d4 = k4[3]!;
  out[0] = (h * (a1 + 2 * (a2 + a3) + a4)) / 6;
  out[1] = (h * (b1 + 2 * (b2 + b3) + b4)) / 6;
  out[2] = (h * (c1 + 2 * (c2 + c3) + c4)) / 6;
  out[3] = (h * (d1 + 2 * (d2 + d3) + d4)) / 6;
  const disagreement = (a3 - a2) ** 2 + (b3 - b2) ** 2 + (c3 - c2) ** 2 + (d3 - d2) ** 2;
  const bend =
    (a1 - a2 - a3 + a4) ** 2 +
    (b1 - b2 - b3 + b4) ** 2 +
    (c1 - c2 - c3 + c4) ** 2 +
    (d1 - d2 - d3 + d4) ** 2;
  const scale = square(s);
  return scale === 0 ? 0 : (h * h * (disagreement > bend ? disagreement : bend)) / scale;
}
