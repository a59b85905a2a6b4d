import { describe, expect, it } from 'vitest';
import { rangeOfSeries } from '../../src/figure/plot/series-range.ts';
import { seriesPlot } from '../../src/figure/plot/series.ts';
import { widthOf } from '../../src/figure/text/rich-text.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };

describe('a time series', () => {
  const spec = {
    width: 420,
    height: 130,
    times: [0, 1, 2, 3],
    kind: 'flow',
    // It leaves every bound half way.
    lines: [{ values: [1, 0, NaN, NaN], colour: '#abcdef', name: '|θ|' }],
    title: '|θ|(t)',
    theme: 'dark',
    fonts: FONTS,
  } as const;

  it.each(['linear', 'logarithmic'] as const)('is drawn %s, gaps and zeros included', (scale) => {
    const svg = seriesPlot({ ...spec, scale, level: 0.01 });
    expect(svg).toContain('viewBox="0 0 420 130"');
    expect(svg).toContain('stroke="#abcdef"');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('draws what is conserved as a level line, whatever rounding does', () => {
    const steady = [-0.56, -0.56000001, -0.55999998, -0.56];
    const range = rangeOfSeries([{ values: steady }], 'linear');
    const places = steady.map((value) => range.positionOf(value));
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(1e-6);
    expect(places[0]).toBeGreaterThan(0.1);
    expect(places[0]).toBeLessThan(0.9);
    const falling = rangeOfSeries([{ values: [1, 0.999] }], 'linear');
    expect(falling.positionOf(1) - falling.positionOf(0.999)).toBeGreaterThan(0.4);
  });

  it.each([2000, 10_000, 0.0001])('has room for its last time, %d', (last) => {
    const svg = seriesPlot({ ...spec, times: [0, last / 3, last / 2, last], scale: 'linear' });
    const times = Array.from(
      svg.matchAll(/<text [^>]*?x="([\d.]+)"[^>]*text-anchor="middle"[^>]*>([^<]*)</g),
      ([, x, label]) => ({ x: Number(x), label: label! }),
    ).filter(({ label }) => /^\d/.test(label));
    expect(times.length).toBeGreaterThan(1);
    for (const { x, label } of times) {
      expect(x + (11 * widthOf(label)) / 2, label).toBeLessThanOrEqual(spec.width);
    }
  });

  it('names starts in their order, whichever of them is drawn last', () => {
    const line = (number: number) => ({
      values: [0, 1, 2, 3],
      colour: '#abcdef',
      name: String(number),
      number,
    });
    const svg = seriesPlot({ ...spec, scale: 'linear', lines: [line(2), line(3), line(1)] });
    const places = [1, 2, 3].map((number) =>
      Number(svg.match(`<text x="([\\d.]+)" [^>]*fill="#abcdef"[^>]*>${number}<`)![1]),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(3);
  });

  it('survives having nothing to show', () => {
    for (const scale of ['linear', 'logarithmic'] as const) {
      expect(seriesPlot({ ...spec, scale, times: [], lines: [] })).not.toMatch(/NaN|Infinity/);
      const flat = [{ values: [0, 0, 0, 0], colour: '#fff' }];
      expect(seriesPlot({ ...spec, scale, lines: flat })).not.toMatch(/NaN|Infinity/);
    }
  });
});
