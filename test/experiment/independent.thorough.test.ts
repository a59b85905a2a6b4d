import { describe, expect, it, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { COLUMNS, type Engine } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import {
  defaultExperiment,
  numberOf,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import { checkMap } from '../../src/experiment/verification/check.ts';
import { regimeOf } from '../../src/experiment/verification/independent/dynamics.ts';
import {
  checkIndependently,
  COVERED,
} from '../../src/experiment/verification/independent/independent-check.ts';
import { followPath } from '../../src/experiment/verification/independent/path.ts';
import type { Measure } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';
import { exactTrajectory, FIELDS } from '../support/exact.ts';
import { mixedStarts } from '../support/random.ts';
import { VARIANTS } from '../support/variants.ts';

async function endOf(model: string, values: Values, start: State, time: number) {
  const state = Float64Array.from(start);
  const experiment = withValues(defaultExperiment(model, 'rk4'), values);
  const path = await followPath(regimeOf(experiment, state), state, time);
  expect(path.ending).toBe('horizon');
  return path.at(time, new Float64Array(4));
}

const START: State = [0.5, 0.3, 1.2, -0.4];

describe('the independent path', () => {
  test.each([
    ['ns-gan', 'ns-gan', {}],
    ['wgan', 'wgan', {}],
    ['wgan-gp c=1', 'wgan-gp', { lambda: 0.1, c: 1 }],
    ['gan-qp l2=0.1', 'gan-qp', { lambda: 1, l2: 0.1 }],
  ] as const)(
    'of %s is that of an extrapolation of its own fields',
    async (name, model, values) => {
      const end = await endOf(model, values, [0.1, 0.2, 0.2, 0.1], 10);
      const [, exact] = exactTrajectory(FIELDS[name]!, [0.1, 0.2, 0.2, 0.1], 10, 2, 800);
      // A step's error is 1e-10 of the state; wgan turns 40 times as fast as it does.
      end.forEach((x, i) => expect(Math.abs(x - exact![i]!)).toBeLessThan(1e-8));
    },
  );

  it('of the bilinear game is a rotation, with learning rates too', async () => {
    const bilinear = { divergence: 'reverse-kl', nonSaturating: false, rateD: 4, rateG: 0.25 };
    const [phi1, , theta1] = await endOf('f-gan', bilinear, START, 40);
    // phi' = -4 theta, theta' = phi / 4: frequency 1, phi four times as large.
    expect(phi1).toBeCloseTo(0.5 * Math.cos(40) - 4 * 1.2 * Math.sin(40), 8);
    expect(theta1).toBeCloseTo(1.2 * Math.cos(40) + 0.125 * Math.sin(40), 8);
  });

  it('decays as far as numbers go', async () => {
    const [phi1, , theta1] = await endOf(
      'wgan-gp',
      { c: 0, lambda: 0.5 },
      [1, 0.3, 0.5, -0.2],
      800,
    );
    // Eigenvalues -1/2 +- i sqrt(3)/2: e^-400 is 1e-174.
    const [w, t] = [Math.sqrt(3) / 2, 800];
    const scale = Math.exp(-t / 2);
    const theta = 0.5 * Math.cos(w * t) + ((1 + 0.5 * 0.5) / w) * Math.sin(w * t);
    const phi = Math.cos(w * t) + ((-0.5 - 0.5 * 1) / w) * Math.sin(w * t);
    expect(theta1! / scale).toBeCloseTo(theta, 6);
    expect(phi1! / scale).toBeCloseTo(phi, 6);
  });

  it('of hinge-gan slides along its jump, where u stays at -1', async () => {
    const state = Float64Array.of(1, 0.3, -1.5, 0.4);
    const experiment = defaultExperiment('hinge-gan', 'rk4');
    const path = await followPath(regimeOf(experiment, state), state, 40);
    const at = (time: number) => path.at(time, new Float64Array(4));
    const logit = (s: Float64Array) => s[0]! * s[2]! + s[1]! * s[3]!;
    // u = -1.38 at first: phi rests, theta goes along it at speed |phi| until u = -1.
    const meets = 0.38 / 1.09;
    expect(at(meets / 2)[0]).toBe(1);
    expect(at(meets / 2)[2]).toBeCloseTo(-1.5 + meets / 2, 12);
    expect(logit(at(meets))).toBeCloseTo(-1, 10);
    // |phi| < |theta| there, so that both sides drive back to u = -1; then |theta|^2 falls at 2.
    expect(logit(at(meets + 0.1))).toBeCloseTo(-1, 10);
    const length = (s: Float64Array) => s[2]! ** 2 + s[3]! ** 2;
    expect(length(at(meets)) - length(at(meets + 0.1))).toBeCloseTo(0.2, 10);
    // L is conserved on both sides, and so on the way between them.
    const [phi1, phi2, theta1, theta2] = at(40) as unknown as State;
    expect(phi1 * theta2 - phi2 * theta1).toBeCloseTo(0.85, 9);
  });

  it('of wgan-clip rests at a wall until the field turns', async () => {
    const state = Float64Array.of(0.9, 0, -1, 0);
    const experiment = defaultExperiment('wgan-clip', 'rk4');
    const path = await followPath(regimeOf(experiment, state), state, 4);
    // phi = 0.9 cos t + sin t is 1 first; then theta = theta0 + t until theta = 0; then a rotation.
    const held = path.at(0.5, new Float64Array(4));
    expect(held[0]).toBe(1);
    const meets = 2 * Math.atan((1 - Math.sqrt(1 - 0.19)) / 1.9);
    const theta = 0.9 * Math.sin(meets) - Math.cos(meets);
    expect(held[2]).toBeCloseTo(theta + 0.5 - meets, 10);
    const later = path.at(4, new Float64Array(4));
    const turned = 4 - meets + theta;
    expect(later[0]).toBeCloseTo(Math.cos(turned), 9);
    expect(later[2]).toBeCloseTo(Math.sin(turned), 9);
  });
});

const CASES = ['rk4', 'dopri5'].flatMap((method) =>
  VARIANTS.map(({ name, model, values }) => ({ name, method, id: model.id, values })),
);

describe('what the cpu engine measures, no independent integration contradicts', () => {
  test.each(CASES)('$name by $method', async ({ id, values, method }) => {
    for (const time of [10, 40]) {
      const experiment = withValues(defaultExperiment(id, method), { ...values, time });
      const starts = mixedStarts(17, 4, 0.1, 2);
      const results = await cpuEngine.measure(experiment, starts, { measures: COVERED });
      const found = await checkIndependently(cpuEngine, experiment, COVERED, starts, results);
      expect(found).toHaveLength(4 * COVERED.length);
      expect(found.filter(({ finding }) => finding === 'contradicted')).toEqual([]);
      expect(found.filter(({ finding }) => finding === 'agrees').length).toBeGreaterThan(12);
    }
  });
});

/** Norms of squares that underflow, a jump that rounding passes, a floor under deep decay, substeps. */
test.each<[string, string, Values, State]>([
  ['wgan', 'rk4', { l2: 2, time: 1000 }, [0.5, 0, 0.1, 0]],
  ['wgan-gp', 'rk4', { lambda: 1.5, time: 400 }, [0.3, 0, 0.5, 0]],
  ['wgan-gp', 'rk4', { c: 0, lambda: 0.5, time: 200 }, [1, 0.3, 0.5, -0.2]],
  ['ns-gan', 'rk4', { l2: 0.3, time: 400 }, [1, 0.3, 0.5, -0.2]],
  ['wgan-div', 'rk4', { time: 40 }, [1.5, 1, 1.2, -1]],
  ['wgan', 'dopri5', { step: 0.125, time: 40 }, [0.03, 0, 0, 0.03]],
])(
  '%s by %s %o from %o is not contradicted, where once it was',
  async (model, method, values, start) => {
    const experiment = withValues(defaultExperiment(model, method), values);
    const starts = Float64Array.from(start);
    const results = await cpuEngine.measure(experiment, starts, { measures: COVERED });
    const found = await checkIndependently(cpuEngine, experiment, COVERED, starts, results);
    const apart = found.filter(({ finding }) => finding !== 'agrees' && finding !== 'unjudged');
    expect(apart).toEqual([]);
    // The stiffest path is not followed far enough to judge a label.
    expect(found.length - apart.length).toBeGreaterThanOrEqual(COVERED.length - 1);
  },
);

/** Both engines with one fault in common: what it does to each number of a measure. */
function faulty(measure: Measure['id'], spoil: (value: number) => number): Engine {
  return {
    ...cpuEngine,
    measure: async (...job) => {
      const results = await cpuEngine.measure(...job);
      return results.map((value, i) => (i % COLUMNS === columnOf(measure) ? spoil(value) : value));
    },
  };
}

describe('a fault that both engines have in common', () => {
  const grid = { width: 16, height: 16 };
  const check = async (engine: Engine, experiment: Experiment) =>
    checkMap(
      engine,
      experiment,
      { grid, results: await mapOf(engine, experiment, grid) },
      { seed: 3 },
    );
  const nsGan = (measure: Measure['id'], values: Values = {}) =>
    withValues(defaultExperiment('ns-gan', 'rk4'), { time: 20, l2: 0.3, ...values, measure });

  test.each<[Measure['id'], (value: number) => number]>([
    ['distance', (value) => 1.01 * value],
    ['amplitude', (value) => value + 0.01],
    // Item by item what the audits found: a floor under deep decay, turns that were not seen.
    ['rate', () => 0],
    ['settle', (value) => value + 1],
    ['rest', (value) => value / 2],
    ['turns', (value) => value / 2],
    ['ema', (value) => 0.98 * value],
    ['outcome', () => OUTCOMES.indexOf('growing')],
  ])('in %s shows, though float64 agrees', async (measure, spoil) => {
    const experiment = nsGan(measure, ['settle', 'rest'].includes(measure) ? { eps: 0.3 } : {});
    const sound = await check(cpuEngine, experiment);
    expect(sound.verdict).toBe('agrees');
    expect(sound.independent!.counts).toMatchObject({ contradicted: 0 });
    expect(sound.independent!.counts.agrees).toBeGreaterThan(8);

    const found = await check(faulty(measure, spoil), experiment);
    expect(found.counts.agrees).toBe(found.count);
    expect(found.verdict).toBe('contradicted');
    expect(found.independent!.counts.contradicted).toBeGreaterThan(8);
    const [first] = found.independent!.contradictions;
    expect(first!.measure).toBe(measure);
    expect(first!.pixel).toBeLessThan(256);
  });

  it('is not what finer steps remove: that is the error of steps', async () => {
    const coarse: Engine = {
      ...cpuEngine,
      measure: async (of, ...rest) => {
        const results = await cpuEngine.measure(of, ...rest);
        const error = numberOf(of, 'step') / 4;
        return results.map((value, i) =>
          i % COLUMNS === columnOf('distance') ? value + error : value,
        );
      },
    };
    const found = await check(coarse, nsGan('distance'));
    expect(found.verdict).toBe('agrees');
    expect(found.independent!.counts).toMatchObject({ step: 16, contradicted: 0 });
  });

  it('is no matter of rules, of noise or of measures without a path', async () => {
    for (const experiment of [
      withValues(defaultExperiment('ns-gan', 'altgd'), { time: 5, measure: 'distance' }),
      nsGan('distance', { noise: 0.1 }),
      nsGan('lyapunov'),
    ]) {
      expect((await check(cpuEngine, experiment)).independent).toBeUndefined();
    }
  });
});

describe('a label is contradicted', () => {
  const findingOf = async (
    model: string,
    values: Values,
    start: State,
    label: Outcome,
  ): Promise<string> => {
    const experiment = withValues(defaultExperiment(model, 'rk4'), { time: 15, ...values });
    const row = new Float64Array(COLUMNS);
    row[columnOf('outcome')] = OUTCOMES.indexOf(label);
    const engine: Engine = { ...cpuEngine, measure: async () => row };
    const starts = Float64Array.from(start);
    const [found] = await checkIndependently(engine, experiment, ['outcome'], starts, row);
    return found!.finding;
  };

  test.each<[string, Values, State, Outcome, string]>([
    // L is conserved, and |phi| does not grow: theta stays off 0, however it falls at first.
    ['ns-gan', {}, START, 'converging', 'contradicted'],
    ['ns-gan', {}, START, 'orbiting', 'agrees'],
    ['ns-gan', {}, START, 'undecided', 'unjudged'],
    // L = 0: it creeps to 0, and is no orbit.
    ['ns-gan', {}, [0.7, 0, 1.1, 0], 'converging', 'agrees'],
    ['ns-gan', {}, [0.7, 0, 1.1, 0], 'orbiting', 'contradicted'],
    // A slow spiral to the circle of radius 1 neither grows nor converges.
    ['wgan-gp', { lambda: 0.1 }, [0.2, 0.1, -0.1, 0.2], 'growing', 'contradicted'],
    ['wgan-gp', { lambda: 0.1, time: 40 }, [2, 1, -1, 2], 'converging', 'contradicted'],
    ['wgan-gp', { c: 0, lambda: 0.3 }, START, 'orbiting', 'contradicted'],
    ['wgan-gp', { c: 0, lambda: 0.3 }, START, 'converging', 'agrees'],
    ['wgan-gp', { lambda: 1.5 }, [0.7, 0, 1.1, 0], 'stuck', 'agrees'],
    ['wgan-gp', { lambda: 0.5 }, [0.7, 0, 1.1, 0], 'stuck', 'contradicted'],
    // theta -> 0 as t^(-1/6) while |phi| grows: L does not hold it.
    ['lsgan', { a: -1, g: 0 }, START, 'converging', 'agrees'],
    ['wgan', {}, [0.7, 0, 1.1, 0], 'growing', 'agrees'],
    ['wgan', {}, [0.7, 0, 1.1, 0], 'converged', 'contradicted'],
    ['wgan', {}, [0.7, 0, 1.1, 0], 'bounded', 'contradicted'],
  ])('%s %o from %o as %s: %s', async (model, values, start, label, finding) => {
    expect(await findingOf(model, values, start, label)).toBe(finding);
  });
});
