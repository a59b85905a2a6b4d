import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import type { PhasePortrait } from '../../../src/experiment/theory/phase-plane.ts';
import { mapPlane } from '../../../src/experiment/plane.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { THEORY_LINES, type ShownTheory } from '../../../src/experiment/theory/theory-line.ts';
import { scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { layoutComparison } from '../../../src/figure/comparison.ts';
import type { LabelCounts } from '../../../src/figure/legend/label-counts.ts';
import type { Rectangle } from '../../../src/figure/rectangle.ts';
import { layoutSheet } from '../../../src/figure/sheet.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';

const plane = mapPlane(
  assign(assign(defaultExperiment('ns-gan'), 'x', 'l2=0:2'), 'y', 'rateG=0.5:2'),
);
const labelCounts: LabelCounts = {
  count: 1,
  below: 0,
  above: 0,
  infinite: 0,
  undefined: 0,
  outcomes: OUTCOMES.map((_, code) => (code === 0 ? 1 : 0)),
  basins: [],
};
const spec = {
  title: 'title',
  side: 400,
  plane,
  scale: scaleFor(
    withValues(defaultExperiment(), { measure: 'outcome' }),
    new Float64Array(0),
    'dark',
  ),
  theme: 'dark',
  fonts: { text: 'text', math: 'math' },
} as const;

/** A line across the plane's middle. */
const lineOf = (label: 'hopf' | 'flip'): ShownTheory => ({
  lines: [
    {
      kind: 'stability',
      label: THEORY_LINES[label],
      lines: [
        [
          [0.1, 1.25],
          [1.9, 1.25],
        ],
      ],
    },
  ],
});

/** A separatrix across the middle of the slice. */
const branchOf = (kind: 'stable' | 'unstable'): PhasePortrait => ({
  equilibria: [],
  phasePlane: {
    vectors: [],
    nullclines: [],
    separatrices: [
      {
        kind,
        line: [
          [-1.9, 0.1],
          [1.9, 0.1],
        ],
      },
    ],
  },
});
const onSlice = { ...spec, plane: defaultExperiment('ns-gan').slice };

/** The pane in which the one text with these words begins. */
function paneOf(svg: string, panes: readonly Rectangle[], words: string): number {
  const found = Array.from(svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)).filter(
    ([, , content]) => content!.replace(/<[^>]*>/g, '') === words,
  );
  expect(found, words).toHaveLength(1);
  const [x, y] = ['x', 'y'].map((name) =>
    Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(found[0]![1]!)![1]),
  ) as [number, number];
  return panes.findIndex(
    (pane) => pane.x < x && x < pane.x + pane.width && pane.y < y && y < pane.y + pane.height,
  );
}

test('in a comparison each map has the theory of its own experiment, and the difference has none', () => {
  const { svg, panes } = layoutComparison({
    ...spec,
    captions: ['A', 'B'],
    names: ['a', 'b', 'c'],
    labelCounts: [labelCounts, labelCounts],
    theory: [lineOf('hopf'), lineOf('flip')],
  });
  expect(paneOf(svg, panes, 'Hopf')).toBe(0);
  expect(paneOf(svg, panes, 'flip')).toBe(1);
});

test('on a sheet each map has its own theory', () => {
  const { svg, panes } = layoutSheet({
    ...spec,
    caption: 'caption',
    titles: ['a', 'b', 'c'],
    columns: 2,
    labelCounts: [labelCounts, labelCounts, labelCounts],
    theory: [{ lines: [] }, lineOf('flip'), lineOf('hopf')],
  });
  expect(paneOf(svg, panes, 'flip')).toBe(1);
  expect(paneOf(svg, panes, 'Hopf')).toBe(2);
});

test('each map has the phase portrait of its own experiment, and the difference has none', () => {
  const compared = layoutComparison({
    ...onSlice,
    captions: ['A', 'B'],
    names: ['a', 'b', 'c'],
    labelCounts: [labelCounts, labelCounts],
    portraits: [branchOf('unstable'), branchOf('stable')],
  });
  expect(paneOf(compared.svg, compared.panes, 'unstable manifold')).toBe(0);
  expect(paneOf(compared.svg, compared.panes, 'stable manifold')).toBe(1);
  const sheet = layoutSheet({
    ...onSlice,
    caption: 'caption',
    titles: ['a', 'b', 'c'],
    columns: 2,
    labelCounts: [labelCounts, labelCounts, labelCounts],
    portraits: [undefined, branchOf('stable'), branchOf('unstable')],
  });
  expect(paneOf(sheet.svg, sheet.panes, 'stable manifold')).toBe(1);
  expect(paneOf(sheet.svg, sheet.panes, 'unstable manifold')).toBe(2);
});
