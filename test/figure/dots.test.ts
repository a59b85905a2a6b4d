import { describe, expect, it } from 'vitest';
import type { Trajectory } from '../../src/experiment/engine.ts';
import { curves } from '../../src/figure/pane.ts';
import { dotsOf } from '../../src/figure/plot/dots.ts';
import { seriesPlot } from '../../src/figure/plot/series.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };
const BOX = { x: 0, y: 0, width: 10, height: 10 };

describe('dots', () => {
  it('are separate strokes of no length, those in one place once', () => {
    expect(dotsOf([1, 1, 5, 9, 5.1, 9.1, 1, 1.6], BOX)).toBe('M1 1h.01M5 9h.01M1 1.6h.01');
  });

  it('are dashes across their points where they are to be told from others', () => {
    expect(dotsOf([5, 5, 8, 5], BOX, 4)).toBe('M3 5h4M6 5h4');
  });

  it('beyond the rectangle, or not finite, are left out', () => {
    expect(dotsOf([-1, 5, 5, 11, NaN, 5, 5, Infinity, 10, 0], BOX)).toBe('M10 0h.01');
  });
});

describe('a rule', () => {
  const trajectory: Trajectory = {
    start: [0, 0, -1, 0],
    kind: 'rule',
    times: Float64Array.of(0, 1, 2),
    samples: Float64Array.from([-1, 0, 1].flatMap((x) => [0, 0, x, 0, 0, 0, x, 0])),
  };
  const slice = {
    x: { component: 'theta1' as const, min: -2, max: 2 },
    y: { component: 'theta2' as const, min: -2, max: 2 },
    hold: [0, 0, 0, 0] as const,
  };
  const options = { kind: 'flow', theme: 'dark', fonts: FONTS, em: 10 } as const;
  const pathsOf = (svg: string) => [...svg.matchAll(/ d="(M[^"]*)"[^>]*stroke="#abcdef"/g)];

  it.each([undefined, 'faint', 'band'] as const)('is iterates in the plane, %s', (style) => {
    const drawn = { trajectory, colour: '#abcdef', ...(style && { style }) };
    const box = { ...BOX, width: 400, height: 400 };
    const svg = curves(slice, box, [drawn], options)
      .map(({ markup }) => markup)
      .join('');
    const [path, ...others] = pathsOf(svg);
    expect(others).toEqual([]);
    expect(path![1]).toBe('M100 200h.01M200 200h.01M300 200h.01');
    expect(svg).toContain('stroke-linecap="round"');
  });

  it('is iterates over time, its average in dashes', () => {
    const svg = seriesPlot({
      width: 300,
      height: 120,
      times: trajectory.times,
      kind: 'rule',
      lines: [
        { values: [0, 1, 2], colour: '#abcdef' },
        { values: [0, 1, 2], colour: '#abcdef', style: 'dashed' },
      ],
      scale: 'linear',
      title: '|θ|(t)',
      theme: 'dark',
      fonts: FONTS,
    });
    const paths = pathsOf(svg).map(([, data]) => data!);
    expect(paths).toHaveLength(2);
    for (const [path, stroke] of [
      [paths[0]!, 'h.01'],
      [paths[1]!, 'h4'],
    ] as const) {
      expect(path.split(stroke)).toHaveLength(4);
      expect(path).not.toContain('L');
    }
  });
});
