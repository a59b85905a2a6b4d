import { describe, expect, it } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import {
  componentSymbol,
  linearTicks,
  logarithmicTicks,
  symmetricTicks,
} from '../../src/figure/axes.ts';
import { captionOf, titleOf } from '../../src/figure/text/caption.ts';
import { formatNumber } from '../../src/figure/text/number.ts';
import { runsOf, textElement, widthOf } from '../../src/figure/text/rich-text.ts';
import { documentOf, element, pathOf } from '../../src/figure/svg.ts';
import { ellipsis, wrap } from '../../src/figure/text/wrap.ts';
import { MODELS } from '../../src/models/index.ts';

const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

describe('ticks', () => {
  it('are few, round, without superfluous digits and with real minus signs', () => {
    expect(labels(linearTicks({ min: -2, max: 2 }, 420, 11))).toEqual(['−2', '−1', '0', '1', '2']);
    expect(labels(linearTicks({ min: -1, max: 1 }, 420, 11))).toEqual([
      '−1',
      '−0.5',
      '0',
      '0.5',
      '1',
    ]);
    expect(linearTicks({ min: -1, max: 3 }, 420, 11)[0]).toMatchObject({ value: -1, position: 0 });
  });

  it('tell values of a deep zoom apart', () => {
    const deep = labels(linearTicks({ min: 0.500001, max: 0.500002 }, 420, 11));
    expect(new Set(deep).size).toBe(deep.length);
    expect(deep.length).toBeGreaterThan(2);
  });

  it('are powers where the range is wide, and plain numbers where it is not', () => {
    expect(labels(logarithmicTicks({ min: 1e-6, max: 1 }, 100, 11))).toEqual([
      '10⁻⁶',
      '10⁻⁴',
      '10⁻²',
      '10⁰',
    ]);
    expect(labels(logarithmicTicks({ min: 0.2, max: 5 }, 400, 11))).toEqual([
      '0.2',
      '0.5',
      '1',
      '2',
      '5',
    ]);
    const [first, last] = [0, -1].map((i) =>
      logarithmicTicks({ min: 0.1, max: 10 }, 400, 11).at(i),
    );
    expect([first, last]).toMatchObject([{ position: 0 }, { position: 1 }]);
  });

  it('name both ends of a symmetric range', () => {
    expect(labels(symmetricTicks(0, 3))).toEqual(['0', '−1.5', '1.5', '−3', '3']);
    expect(labels(symmetricTicks(5, 7))).toEqual(['±5', '−6', '6', '−7', '7']);
    expect(labels(symmetricTicks(6.2, 6.45))).toEqual(['±6.2', '−6.3', '6.3', '−6.4', '6.4']);
    expect(symmetricTicks(5, 7).map(({ position }) => position)).toEqual([0.5, 0.25, 0.75, 0, 1]);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.25, '0.25'],
    [0.0625, '1/16'],
    [-0.1875, '−3/16'],
    [0.1, '0.1'],
    [0.9999, '0.9999'],
    [1 / 3, '0.333333'],
    [40, '40'],
    [-2.5, '−2.5'],
    [65_536, '65\u2009536'],
    [1e-6, '10⁻⁶'],
    [-2.5e-6, '−2.5 × 10⁻⁶'],
    [Infinity, '∞'],
  ])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text));
});

describe('captions', () => {
  it('say every choice, and leave out modifiers that do nothing', () => {
    const experiment = withValues(
      {
        ...defaultExperiment('wgan-gp'),
        slice: {
          x: { component: 'theta1', min: -2, max: 2 },
          y: { component: 'theta2', min: -2, max: 2 },
          hold: [0.5, 0.3, 9, 9],
        },
      },
      { lambda: 0.25 },
    );
    expect(captionOf(experiment)).toBe(
      'WGAN-GP, λ = 0.25, c = 1 · RK4 h = 1/16 · T = 40 · φ(0) = (0.5, 0.3) · ε = 0.01',
    );
    const modified = withValues(experiment, { l2: 0.1, rateG: 2, measure: 'ema' });
    expect(captionOf(modified)).toContain('c = 1 · L2 μ = 0.1 · rates 1 : 2 · EMA β = 0.99 · RK4');
    expect(titleOf(experiment)).toBe('WGAN-GP');
  });

  it.each([
    [[0.5, 0.3], '= (0.5, 0.3)'],
    [[0.364, 1.05], '≈ (0.36, 1.05)'],
    [[0.125, -1 / 16], '= (0.125, −1/16)'],
    [[0.001234, 0], '≈ (0.0012, 0)'],
  ])(
    'write what is held, %j, as a person would, and say where it is not all of it',
    (held, text) => {
      const { slice, ...rest } = defaultExperiment();
      const hold = [held[0]!, held[1]!, 0, 0] as const;
      expect(captionOf({ ...rest, slice: { ...slice, hold } })).toContain(`φ(0) ${text}`);
    },
  );

  it('name held components that are no vector, and one dimension', () => {
    const slice = {
      x: { component: 'phi1', min: -1, max: 1 },
      y: { component: 'theta1', min: -1, max: 1 },
      hold: [0, 0, 0, 0],
    } as const;
    expect(captionOf({ ...defaultExperiment(), slice })).toContain(
      'φ₂(0) = 0, θ₂(0) = 0 · one dimension · ε',
    );
  });

  it('exist for every model without a leftover', () => {
    for (const { id } of MODELS) {
      expect(captionOf(defaultExperiment(id))).not.toMatch(/undefined|NaN|not a number|true|false/);
    }
  });

  it('break between choices, and lines fit', () => {
    const caption = captionOf(defaultExperiment('wgan-gp'));
    const lines = wrap(caption, 22);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' · ')).toBe(caption);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(22);
    expect(wrap('one very long choice without a separator', 8).length).toBeGreaterThan(2);
    expect(widthOf(ellipsis('settling time', 4))).toBeLessThanOrEqual(4);
    expect(ellipsis('rate', 40)).toBe('rate');
  });
});

describe('rich text', () => {
  it('sets variables, subscripts and powers', () => {
    expect(runsOf(`${componentSymbol('theta1', true)} 10⁻³`)).toEqual([
      { text: 'θ', style: 'variable' },
      { text: '1', style: 'subscript' },
      { text: '(0) 10', style: 'plain' },
      { text: '−3', style: 'superscript' },
    ]);
  });

  it('knows a variable from a word', () => {
    const variables = (text: string) =>
      runsOf(text).flatMap((run) => (run.style === 'variable' ? [run.text] : []));
    expect(variables('f-GAN, a = −1 · L2 μ = 0.1 · RK4 h = 1/16')).toEqual(['f', 'a', 'μ', 'h']);
    expect(variables('d ln|θ|/dt')).toEqual(['θ', 't']);
    expect(variables('a start’s colour in turns of θ')).toEqual(['θ']);
  });

  it('comes back to the baseline after a subscript', () => {
    const text = textElement('θ₁(0)', {
      x: 0,
      y: 0,
      size: 10,
      fill: '#fff',
      fonts: { text: 'Inter', math: 'Math' },
    });
    const moves = Array.from(text.markup.matchAll(/ dy="([^"]+)"/g), ([, dy]) => Number(dy));
    expect(moves).toHaveLength(2);
    expect(moves[0]! + moves[1]!).toBe(0);
  });
});

describe('svg', () => {
  it('escapes text and attributes', () => {
    const { markup } = element('text', { title: '"<&>"', x: undefined }, ['<script>&']);
    expect(markup).toBe('<text title="&quot;&lt;&amp;&gt;&quot;">&lt;script&gt;&amp;</text>');
    expect(documentOf({ x: -1, y: 0, width: 2, height: 3 }, {}, [])).toContain(
      'viewBox="-1 0 2 3"',
    );
  });

  it('breaks paths at points that are not finite', () => {
    expect(pathOf([0, 0, 1, 1.236, NaN, 2, 3, 3, 4, Infinity, 5, 5])).toBe('M0 0L1 1.24M3 3M5 5');
  });
});
