import { expect, test } from 'vitest';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { paintDensity, toneOf } from '../../src/figure/diagram/density.ts';
import { layoutDiagram } from '../../src/figure/diagram/diagram-figure.ts';
import { stackedAreas } from '../../src/figure/diagram/shares.ts';
import { BACKGROUND } from '../../src/figure/colour/theme.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { literal } from '../../src/models/message.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };

test('no visit is the background, and more visits are further from it', () => {
  const results = {
    x: Float64Array.of(1, 2),
    range: [0, 1] as const,
    rows: 2,
    counts: Float64Array.of(0, 10, 5, 5),
    counted: Float64Array.of(10, 10),
    shares: new Float64Array(0),
  };
  const image = { width: 2, height: 2, channels: 3 as const, data: new Uint8Array(12) };
  paintDensity(results, 'dark', image);
  const at = (column: number, rowFromTop: number) =>
    Array.from(
      image.data.subarray(3 * (2 * rowFromTop + column), 3 * (2 * rowFromTop + column) + 3),
    );
  expect(at(0, 1)).toEqual([...BACKGROUND.dark]);
  expect(at(1, 0)).toEqual(at(1, 1));
  expect(at(0, 0)[0]).toBeGreaterThan(at(1, 0)[0]!);
  expect(toneOf(0, 100)).toBe(0);
  expect(toneOf(1, 100)).toBe(1);
  expect(toneOf(1e-9, 100)).toBeGreaterThan(0);
});

test('areas are stacked from the bottom in the order of the labels', () => {
  const shares = new Float64Array(2 * OUTCOMES.length);
  const [one, other] = ['converged', 'diverged'].map((label) => OUTCOMES.indexOf(label as never));
  shares[one!] = 0.25;
  shares[other!] = 0.75;
  shares[OUTCOMES.length + other!] = 1;
  const pane = { x: 0, y: 0, width: 10, height: 100 };
  const [behind, before] = stackedAreas(shares, pane, 'light').map(({ markup }) => markup);
  expect(behind).toContain('M0 100V0H10V100z');
  expect(before).toContain('M0 100V75H5V100H10V100z');
});

test('solid where stable, dashed where not; bifurcations are labelled', () => {
  const experiment = assign(defaultExperiment('ns-gan', 'simgd'), 'diagram', 'l2:0:2;theta1');
  const curve = (stability: 'stable' | 'unstable', from: number) => ({
    kind: 'equilibrium' as const,
    label: literal('equilibrium'),
    stability,
    lines: [
      [
        [from, 0],
        [from + 1, 0],
      ] as const,
    ],
  });
  const { svg, panes } = layoutDiagram({
    experiment,
    diagram: experiment.diagram!,
    range: [-1, 1],
    shares: [],
    theory: {
      curves: [curve('stable', 0), curve('unstable', 1)],
      bifurcations: [
        {
          kind: 'stability',
          label: literal('flip'),
          lines: [
            [
              [1, -1],
              [1, 1],
            ],
          ],
        },
      ],
    },
    size: { pane: { width: 400, height: 200 } },
    theme: 'dark',
    fonts: FONTS,
  });
  expect(panes[0]).toMatchObject({ width: 400, height: 200 });
  expect(svg).toContain('>flip<');
  expect(svg.match(/>equilibrium</g)).toHaveLength(1);
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
});
