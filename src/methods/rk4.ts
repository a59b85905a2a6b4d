import type { Method } from './method.ts';

/** Classical Runge-Kutta (Kutta 1901): order 4, four stages, fixed step. */
export const rk4: Method = {
  id: 'rk4',
  title: 'flow · RK4',
  kind: 'flow',
  source: 'Kutta 1901',
  doc: 'the differential equation, by the classical Runge-Kutta method of order 4',
  parameters: [
    {
      kind: 'number',
      name: 'step',
      symbol: 'step h',
      // A power of two is exact in binary, so no rounding of h accumulates in float32.
      default: 0.0625,
      min: 0.001,
      max: 0.5,
      step: 0.001,
      logarithmic: true,
      doc: 'length of one step in time',
    },
  ],
  advance: (velocity, project) => {
    const [k1, k2, k3, k4, stage] = Array.from({ length: 5 }, () => new Float64Array(4)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const shift = (s: Float64Array, h: number, k: Float64Array) => {
      for (let i = 0; i < 4; i++) stage[i] = s[i]! + h * k[i]!;
    };
    return (s, h) => {
      velocity(s, k1);
      shift(s, h / 2, k1);
      velocity(stage, k2);
      shift(s, h / 2, k2);
      velocity(stage, k3);
      shift(s, h, k3);
      velocity(stage, k4);
      let size = 0;
      let disagreement = 0;
      let bend = 0;
      for (let i = 0; i < 4; i++) {
        size += s[i]! * s[i]!;
        disagreement += (k3[i]! - k2[i]!) ** 2;
        bend += (k1[i]! - k2[i]! - k3[i]! + k4[i]!) ** 2;
        s[i] = s[i]! + (h * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!)) / 6;
      }
      project?.(s);
      return size === 0 ? 0 : (h * h * Math.max(disagreement, bend)) / size;
    };
  },
};
