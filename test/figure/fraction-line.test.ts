import { describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { scaleFor, type ColourScale } from '../../src/figure/colour/colour-scale.ts';
import { layoutComparison } from '../../src/figure/comparison.ts';
import { fractionLine, fractionsOf } from '../../src/figure/legend/fraction-line.ts';
import type { LabelCounts } from '../../src/figure/legend/label-counts.ts';
import { layoutSheet } from '../../src/figure/sheet.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };
const { slice } = defaultExperiment();

function scaleOf(measure: string): ColourScale {
  const experiment = withValues(defaultExperiment(), { measure });
  return scaleFor(experiment, new Float64Array(0), 'dark');
}

function countsOf(outcomes: Partial<Record<Outcome, number>>): LabelCounts {
  const counts = OUTCOMES.map((outcome) => outcomes[outcome] ?? 0);
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { count, below: 0, above: 0, infinite: 0, undefined: 0, outcomes: counts, basins: [] };
}

/** Texts with their places, in the order of the markup. */
function textsOf(svg: string) {
  return Array.from(svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g), ([, attributes, content]) => ({
    text: content!
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
    x: Number(/(?:^| )x="([^"]*)"/.exec(attributes!)?.[1]),
    y: Number(/(?:^| )y="([^"]*)"/.exec(attributes!)?.[1]),
  }));
}

const A = countsOf({ converged: 100 });
const B = countsOf({ orbiting: 100 });

describe('every map of a figure says how often its own labels occur', () => {
  test('a comparison', () => {
    const { svg, panes } = layoutComparison({
      title: 'Comparison',
      captions: ['A: …', 'B: …'],
      names: ['a', 'b', 'striped where labels differ'],
      side: 512,
      plane: slice,
      scale: scaleOf('outcome'),
      labelCounts: [A, B],
      theme: 'dark',
      fonts: FONTS,
    });
    const fractions = textsOf(svg).filter(({ text }) => text.includes('%'));
    expect(fractions.map(({ text }) => text)).toEqual(['100%', '100%']);
    fractions.forEach(({ x, y }, i) => {
      expect(x).toBeGreaterThan(panes[i]!.x);
      expect(x).toBeLessThan(panes[i]!.x + 100);
      expect(y).toBeLessThan(panes[i]!.y);
    });
    // One legend for all three maps, behind the last, with a key of its stripes.
    const right = panes[2]!.x + panes[2]!.width;
    for (const word of ['converged', 'orbiting', 'same label', 'A’s and B’s label']) {
      const found = textsOf(svg).filter(({ text }) => text === word);
      expect(found, word).toHaveLength(1);
      expect(found[0]!.x, word).toBeGreaterThan(right);
    }
  });

  test('a sheet', () => {
    const { svg } = layoutSheet({
      title: 'Sheet',
      caption: '…',
      titles: ['a', 'b', 'c'],
      columns: 2,
      side: 256,
      plane: slice,
      scale: scaleOf('outcome'),
      labelCounts: [A, B, countsOf({ converged: 30, orbiting: 69, diverged: 1 })],
      theme: 'light',
      fonts: FONTS,
    });
    const fractions = textsOf(svg)
      .map(({ text }) => text)
      .filter((text) => text.includes('%'));
    expect(fractions).toEqual(['100%', '100%', '69%', '30%', '1%']);
  });

  test('nothing of the kind where the measure is a number', () => {
    const { svg } = layoutSheet({
      title: 'Sheet',
      caption: '…',
      titles: ['a', 'b'],
      columns: 2,
      side: 256,
      plane: slice,
      scale: scaleOf('distance'),
      labelCounts: [A, B],
      theme: 'light',
      fonts: FONTS,
    });
    expect(textsOf(svg).filter(({ text }) => text.includes('%'))).toEqual([]);
  });
});

test('labels that have no room are summed up', () => {
  const counts = countsOf(
    Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, i === 0 ? 1000 : 10])),
  );
  expect(fractionsOf(counts)).toHaveLength(OUTCOMES.length);
  const line = (width: number) =>
    textsOf(
      fractionLine(
        scaleOf('outcome'),
        counts,
        { x: 0, y: 40, width, height: 100 },
        { em: 10, theme: 'dark', fonts: FONTS },
      ).markup,
    );
  const others = OUTCOMES.length - 1;
  const part = (many: number) => `${Math.round((1000 * many) / (1000 + 10 * others))}%`;
  expect(line(1000)).toHaveLength(OUTCOMES.length);
  const narrow = line(130);
  const hidden = OUTCOMES.length - (narrow.length - 1);
  expect(hidden).toBeGreaterThan(0);
  expect(narrow.at(-1)!.text).toBe(`… ${part(hidden)}`);
  expect(narrow.at(-1)!.x).toBeLessThan(130 - 20);
});
