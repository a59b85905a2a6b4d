import { pointsOf, shift, square, type Method } from './method.ts';
import { flowStep } from './step.ts';

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
    const [k1, k2, k3, k4, stage] = pointsOf(dynamics, 5) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    return {
      memory: [],
      begin: () => {},
      step: (point, h, change) => {
        velocity(point, k1);
        shift(stage, point, h / 2, k1);
        velocity(stage, k2);
        shift(stage, point, h / 2, k2);
        velocity(stage, k3);
        shift(stage, point, h, k3);
        velocity(stage, k4);
        for (let i = 0; i < size; i++) {
          change[i] = (h * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!)) / 6;
        }
        // How much the two midpoint slopes disagree, and how much the slope bends. For a rotation they
        // are (w h)^3/4 and that times sqrt(1 + (w h)^2); on a circle of wgan the first is far smaller,
        // and for a decay with w h = 1 the second is 0.
        let [disagreement, bend] = [0, 0];
        for (let i = 0; i < 4; i++) {
          disagreement += (k3[i]! - k2[i]!) ** 2;
          bend += (k1[i]! - k2[i]! - k3[i]! + k4[i]!) ** 2;
        }
        const scale = square(point);
        return scale === 0 ? 0 : (h * h * Math.max(disagreement, bend)) / scale;
      },
    };
  },
};
