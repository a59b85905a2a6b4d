/** Where a rule's steps are what ends a motion: labels that follow from that and not from what rounding leaves. */
import { describe, expect, it, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { runnerOf } from '../../src/cpu/runner.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { wideningOf } from '../../src/methods/widening.ts';
import { methodOf } from '../../src/experiment/parameters.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { gameOf } from '../support/variants.ts';

function labelOf(model: string, method: string, values: Values, start: readonly number[]): Outcome {
  const run = runnerOf(withValues(defaultExperiment(model, method), { step: 1 / 16, ...values }));
  return run(Float64Array.from(start), 0, 0)[0].outcome;
}

describe('simultaneous steps on games whose flow goes to circles', () => {
  // With 700 digits these leave every bound at t = 73 and 76: by then what leads away from the circle has been
  // as short as 1e-16 of the radius. In float64 rounding makes more of it, and the path comes back again and again.
  test.each([
    [[0.4060309827327728, 0.573327898979187, 0.9653607606887817, -1.0151740312576294]],
    // Three quarters of its bursts close in by chance.
    [[0.29005762934684753, -0.9405326843261719, -0.7131515145301819, -0.7360414266586304]],
    [[1.589498519897461, 0.6383850574493408, 0.23449967801570892, -0.41825151443481445]],
  ])('lsgan leaves from %j', (start) => {
    expect(labelOf('lsgan', 'simgd', { time: 60 }, start)).toBe('growing');
    expect(labelOf('lsgan', 'simgd', { time: 400 }, start)).toBe('diverged');
  });

  it('widens them by (1 + h^2 rateD rateG a0 b0) in |L| a step', () => {
    const values = { l2: 0, rateD: 2, rateG: 0.5, a: -0.3, g: 2 };
    const found = wideningOf(methodOf('simgd'), gameOf('lsgan', values), values, {
      steps: 100,
      step: 0.1,
    });
    // a0 = 0.3 and b0 = 2; on the circle |theta|^2 is sqrt(rateG b0 / (rateD a0)) |L|.
    expect(found.stepsWiden).toBe(true);
    expect(found.widened).toBeCloseTo(Math.sqrt(1 / 0.6) * 1.006 ** 100, 9);
  });

  test.each<[string, string, Values, boolean]>([
    ['gan-qp', 'simgd', {}, true],
    ['lsgan', 'simgd', {}, true],
    // Its circle is a line of equilibria, or L2 takes L away.
    ['lsgan', 'simgd', { a: 0 }, false],
    ['lsgan', 'simgd', { l2: 0.1 }, false],
    ['lsgan', 'altgd', {}, false],
    // Their factors have one sign, and vanish where u is large: neither is lost so soon.
    ['ns-gan', 'simgd', {}, false],
    ['saturating-gan', 'simgd', {}, false],
  ])('%s by %s with %o: %s', (model, method, change, expected) => {
    const values = { l2: 0, rateD: 1, rateG: 1, ...change };
    const found = wideningOf(methodOf(method), gameOf(model, change), values, {
      steps: 10,
      step: 0.1,
    });
    expect(found.widened > 0).toBe(expected);
  });
});

describe('lsgan with a = 0, whose flow grows for ever', () => {
  // To T = 6,400 all of 60 starts stay between two radii by every rule, sqrt(2 (1 + beta)/h) = 6.9 the larger.
  const STARTS = [
    [0.4060309827327728, 0.573327898979187, 0.9653607606887817, -1.0151740312576294],
    [-0.2779906094074249, -1.6599284410476685, 0.8596335649490356, 0.4961242973804474],
    [1.0037379264831543, 1.2331244945526123, -0.08435270190238953, 0.9619698524475098],
  ];

  test.each(['momentum', 'omd', 'simgd', 'altgd', 'extragradient'])(
    'is bounded by the steps of %s',
    (method) => {
      for (const start of STARTS) {
        expect(labelOf('lsgan', method, { a: 0, time: 400 }, start)).toBe('bounded');
      }
    },
  );

  it('grows by a flow', () => {
    expect(labelOf('lsgan', 'rk4', { a: 0, time: 40 }, STARTS[0]!)).toBe('growing');
  });
});

describe('Adam', () => {
  // Over horizons of several memories labels follow tangents as well.
  const labelByTangents = async (model: string, values: Values, start: readonly number[]) => {
    const all = { step: 1 / 16, time: 400, ...values };
    const experiment = withValues(defaultExperiment(model, 'adam'), all);
    const found = await cpuEngine.measure(experiment, Float64Array.from(start), {
      measures: ['outcome'],
    });
    return OUTCOMES[found[MEASURES.findIndex(({ id }) => id === 'outcome')]!];
  };

  const pearson = { divergence: 'pearson', nonSaturating: false };
  const hellinger = { divergence: 'hellinger', nonSaturating: false };

  test.each<[string, string, Values, readonly number[]]>([
    // Where two terms cancel a gradient is a rounding, and what it is divided by fades to that.
    [
      'not stuck at u = -2',
      'f-gan',
      pearson,
      [-0.0005723219364881516, -0.07409234344959259, -0.08156224340200424, 0.01276275236159563],
    ],
    [
      'not orbiting at rest',
      'f-gan',
      pearson,
      [0.07718400657176971, 0.026070695370435715, -0.007112486753612757, 0.023790348321199417],
    ],
    // To T = 1,600 all of 60 starts each of five games stay within 18, of 62 that the memory allows.
    [
      'after a burst of twice the amplitude',
      'lsgan',
      { a: 0 },
      [-0.25000980496406555, 0.00617422629147768, -0.07240324467420578, -0.05917048454284668],
    ],
    [
      'after a burst of a half more',
      'f-gan',
      hellinger,
      [0.03889346495270729, 0.15039393305778503, 0.09003178030252457, 0.06619923561811447],
    ],
  ])('is bounded, %s: %s', async (_, model, values, start) => {
    expect(await labelByTangents(model, values, start)).toBe('bounded');
  });
});

describe('one long step after thousands that widen an orbit', () => {
  const values = { divergence: 'hellinger', nonSaturating: false, time: 400 };

  // In float32 the phase is lost: the gpu engine had stuck, growing, stuck, where float64 has these.
  test.each([
    ['growing', [0.1972002387046814, 0.09057009965181351, 0.204697847366333, 0.2571805417537689]],
    ['stuck', [0.9325821995735168, 0.9041684865951538, 0.4069080352783203, 0.17508569359779358]],
    [
      'diverged',
      [-0.4193599224090576, 0.27621397376060486, -0.45566365122795105, 0.51241534948349],
    ],
  ])('has no label where it ends %s', (_, start) => {
    expect(labelOf('f-gan', 'simgd', values, start)).toBe('undecided');
  });

  it('has one where it came soon, and where it is yet to come', () => {
    const soon = [
      0.41101476550102234, -0.3124532103538513, 0.016755087301135063, -0.5032253265380859,
    ];
    expect(labelOf('f-gan', 'simgd', values, soon)).toBe('stuck');
    expect(labelOf('f-gan', 'simgd', values, [3, 3, 3, 3])).toBe('diverged');
    expect(labelOf('f-gan', 'simgd', { ...values, time: 40 }, [0.2, 0.09, 0.2, 0.26])).toBe(
      'growing',
    );
  });
});
