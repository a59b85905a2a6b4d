import { describe, expect, it, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { spectrumOf } from '../../src/cpu/linearisation.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import {
  defaultExperiment,
  numberOf,
  withValues,
  type Experiment,
} from '../../src/experiment/experiment.ts';
import { playersOf } from '../../src/experiment/formula.ts';
import { modelOf } from '../../src/experiment/parameters.ts';
import { FRAME_SENTENCES, theoryOf } from '../../src/experiment/theory/theory.ts';
import { regimeOf } from '../../src/experiment/verification/independent/dynamics.ts';
import { vectorFieldOf } from '../../src/models/modifiers.ts';
import { MODELS } from '../../src/models/index.ts';
import type { State } from '../../src/models/state.ts';
import { randomSource, randomStates } from '../support/random.ts';

const CORRECTED = { consensus: 0.7, symplectic: 0.4, jare: 0.3, nk: 0.2 };

/** The bilinear game is saturating reverse-kl f-GAN. */
const bilinear = (method: string, values: Experiment['values']): Experiment =>
  withValues(defaultExperiment('f-gan', method), {
    divergence: 'reverse-kl',
    nonSaturating: false,
    ...values,
  });

/**
 * Which starts of the saturating GAN in [-2, 2]^4 have run off by T under consensus optimisation of this strength:
 * |phi| is above 5 there and rises, where the others have gone to 0. By test/support/consensus.py.
 */
const RUN_OFF = [
  {
    consensus: 1,
    time: 60,
    expected:
      '0011010100100011100111111001111001111110111010111101111101101010101100010100111100001101101010010111',
  },
  { consensus: 0.3, time: 60, expected: '0'.repeat(100) },
  { consensus: 0.1, time: 300, expected: '0'.repeat(50) },
];

/** Those starts. */
function startsInBox(count: number): Float64Array {
  let state = 12_345;
  return Float64Array.from({ length: 4 * count }, () => {
    state = (Math.imul(1_103_515_245, state) + 12_345) & 0x7fffffff;
    return (4 * state) / 2 ** 31 - 2;
  });
}

test.each(RUN_OFF)(
  'the saturating GAN with consensus $consensus: as many starts run off as by scipy, and the same ones',
  async ({ consensus, time, expected }) => {
    const experiment = withValues(defaultExperiment('saturating-gan', 'rk4'), { consensus, time });
    const starts = startsInBox(expected.length);
    const rows = Array.from(expected, (_, row) => Array.from(starts.slice(4 * row, 4 * row + 4)));
    const traces = await cpuEngine.trace(experiment, rows as unknown as State[], 2);
    const found = traces.map(({ samples }) => {
      const [phi1, phi2] = samples.slice(8, 10);
      return Math.hypot(phi1!, phi2!) > 2.5 ? '1' : '0';
    });
    expect(found.join('')).toBe(expected);
  },
);

describe('corrections of the field', () => {
  test.each(['consensus', 'symplectic', 'jare'])(
    '%s damps the bilinear game by −γ',
    async (name) => {
      const experiment = bilinear('rk4', { [name]: 0.3, time: 20 });
      for (const { re, im } of spectrumOf(experiment)!) {
        expect(re).toBeCloseTo(-0.3, 12);
        expect(Math.abs(im)).toBeCloseTo(1, 12);
      }
      const results = await cpuEngine.measure(experiment, Float64Array.of(0.5, 0.2, -0.3, 0.7), {
        measures: ['lyapunov'],
      });
      // RK4 multiplies by its polynomial of z = h(-0.3 + i), off by 1e-7 from the exponential.
      const h = numberOf(experiment, 'step');
      let [re, im] = [1, 0];
      for (const k of [4, 3, 2, 1]) {
        [re, im] = [1 + (h * (-0.3 * re - im)) / k, (h * (re - 0.3 * im)) / k];
      }
      const expected = Math.log(Math.hypot(re, im)) / h;
      expect(expected).toBeCloseTo(-0.3, 6);
      expect(results[columnOf('lyapunov')]).toBeCloseTo(expected, 7);
    },
  );

  test('consensus damps the non-saturating GAN by γ/4, L2 included in what it sees', () => {
    const experiment = withValues(defaultExperiment('ns-gan', 'rk4'), { consensus: 0.8, l2: 0.5 });
    // v has the Jacobian J = (-1/2, -1/2; 1/2, 0) of each direction, the corrected field J - 0.8 J^T J.
    const [a, b, c, d] = [-0.5 - 0.8 * 0.5, -0.5 - 0.8 * 0.25, 0.5 - 0.8 * 0.25, -0.8 * 0.25];
    const [trace, determinant] = [a + d, a * d - b * c];
    for (const { re, im } of spectrumOf(experiment)!) {
      expect(2 * re).toBeCloseTo(trace, 12);
      expect(re * re + im * im).toBeCloseTo(determinant, 12);
    }
  });

  it.each(MODELS.map(({ id }) => id))('are those of the independent check, on %s', (id) => {
    const experiment = withValues(defaultExperiment(id, 'rk4'), {
      ...CORRECTED,
      l2: 0.25,
      rateG: 2,
    });
    const field = vectorFieldOf(modelOf(experiment).game(experiment.values), experiment.values);
    const states = randomStates(randomSource(31), 50, 0.3, 2);
    const [ours, theirs] = [new Float64Array(4), new Float64Array(4)];
    for (let row = 0; row < 50; row++) {
      const s = states.slice(4 * row, 4 * row + 4);
      if (Math.abs(s[0]! * s[2]! + s[1]! * s[3]! + 1) < 0.01) continue;
      // Inside a box.
      if (id === 'wgan-clip') for (let i = 0; i < 2; i++) s[i] = s[i]! / 4;
      field(s, ours);
      regimeOf(experiment, s.slice()).field(s, theirs);
      const size = Math.hypot(...ours) + Math.hypot(...s);
      for (let i = 0; i < 4; i++) {
        // What differences of the field leave of its Jacobian.
        expect(Math.abs(ours[i]! - theirs[i]!) / size, s.join()).toBeLessThan(1e-9);
      }
    }
  });

  it('say nothing of the model without them', () => {
    for (const { id } of MODELS) {
      for (const name of Object.keys(CORRECTED)) {
        const experiment = withValues(defaultExperiment(id, 'altgd'), { [name]: 0.5 });
        expect(theoryOf(experiment)).toEqual([FRAME_SENTENCES.corrected]);
      }
    }
  });

  it('name the field that they correct', () => {
    const players = playersOf(
      withValues(defaultExperiment('ns-gan', 'rk4'), { consensus: 0.5, l2: 0.25, rateG: 2 }),
    );
    expect(players.phi).toBe(String.raw`v_\varphi-\gamma\,(J^{\top}v)_\varphi`);
    expect(players.theta).toBe(
      String.raw`\alpha_G\,\bigl(v_\theta-\gamma\,(J^{\top}v)_\theta\bigr)`,
    );
    expect(players.lossD).toMatch(
      /\\tfrac\{\\mu\}\{2\}\|\\varphi\|\^2\+\\tfrac\{\\gamma\}\{2\}\|v\|\^2$/,
    );
    expect(players.legend).toContain(String.raw`v_\varphi=-\sigma(u)\,\theta-\mu\varphi`);
  });
});
