import { larger, pointsOf, shift, square, type Method, type Point } from './method.ts';
import { rk4Abreast } from './rk4-lanes.ts';
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
        let at = point;
        for (let s = 0; ; s++) {
          velocity(at, slopes[s]!);
          if (s === 3) break;
          shift(stage, point, h * REACH[s]!, slopes[s]!);
          at = stage;
        }
        for (let i = 0; i < size; i++) {
          change[i] = (h / 6) * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!);
        }
        return strain2Of(point, h, k1, k2, k3, k4);
      },
    };
  },
  abreast: rk4Abreast,
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
  return scale === 0 ? 0 : (h * h * larger(disagreement, bend)) / scale;
}
