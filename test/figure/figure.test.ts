import { describe, expect, it } from 'vitest';
import type { Trajectory } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { colourBarSvg } from '../../src/figure/legend/colour-bar.ts';
import { scaleFor, type ColourScale } from '../../src/figure/colour/colour-scale.ts';
import { layoutFigure, type Figure, type FigureSpec } from '../../src/figure/figure.ts';
import { marginsOf, paneAxes } from '../../src/figure/pane.ts';
import type { PaneKind } from '../../src/figure/pane-geometry.ts';
import type { Rectangle } from '../../src/figure/rectangle.ts';
import { widthOf } from '../../src/figure/text/rich-text.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };
const EXPERIMENT = defaultExperiment('wgan-gp');
const NOTHING_BEYOND = { below: 0, above: 0, infinite: 0, undefined: 0, basins: [] };

function scaleOf(measure: string, experiment: Experiment = EXPERIMENT): ColourScale {
  return scaleFor(withValues(experiment, { measure }), new Float64Array(0), 'dark');
}

function figureOf(changes: Partial<FigureSpec>, kinds: readonly PaneKind[] = ['map']): Figure {
  return layoutFigure({
    experiment: EXPERIMENT,
    scale: scaleOf('distance'),
    panes: kinds.map((kind) => ({ kind })),
    size: { width: 640 },
    theme: 'dark',
    fonts: FONTS,
    ...changes,
  });
}

const LIVE = { kind: 'map', theme: 'dark', fonts: FONTS, em: 11 } as const;

/** The same range on both axes. */
function withSlice(min: number, max: number): Experiment {
  const { slice } = EXPERIMENT;
  return {
    ...EXPERIMENT,
    slice: { ...slice, x: { ...slice.x, min, max }, y: { ...slice.y, min, max } },
  };
}

interface Drawn extends Rectangle {
  readonly text: string;
}

/** Where the texts of a figure stand, from what `widthOf` says of them. */
function textsOf({ svg }: Figure): readonly Drawn[] {
  return Array.from(svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g), ([, attributes, content]) => {
    const read = (name: string) =>
      new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes!)?.[1] ?? '';
    const text = content!
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(read(name)));
    const length = widthOf(text) * size!;
    const before = { '': 0, middle: 0.5, end: 1 }[read('text-anchor')]! * length;
    const [up, down] = [0.72 * size!, 0.2 * size!];
    return read('transform') === ''
      ? { text, x: x! - before, y: y! - up, width: length, height: up + down }
      : { text, x: x! - up, y: y! + before - length, width: up + down, height: length };
  });
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  const apart = a.x + a.width <= b.x || b.x + b.width <= a.x;
  return !apart && a.y + a.height > b.y && b.y + b.height > a.y;
}

function isInside({ x, y, width, height }: Rectangle, figure: Figure): boolean {
  return x >= 0 && y >= 0 && x + width <= figure.width && y + height <= figure.height;
}

/** A straight line that leaves every bound half way. */
const TRACE: Trajectory = {
  start: [0, 0, -1, 0],
  kind: 'flow',
  times: Float64Array.of(0, 1, 2, 3),
  samples: Float64Array.from([-1, 0, NaN, NaN].flatMap((x) => [0, 0, x, 0, 0, 0, x, 0])),
};

describe('a figure', () => {
  const widths = [320, 640, 1201, 2048, 8192];

  it.each(widths)('is exactly %d pixels wide, with whole panes inside', (width) => {
    for (const kinds of [['map'], ['flow'], ['map', 'flow']] as const) {
      for (const measure of ['outcome', 'rate', 'distance']) {
        const figure = figureOf({ size: { width }, scale: scaleOf(measure) }, kinds);
        expect(figure.width).toBe(width);
        expect(figure.panes).toHaveLength(kinds.length);
        for (const { x, y, width: size, height } of figure.panes) {
          expect(height).toBe(size);
          expect([x, y, size].every(Number.isInteger)).toBe(true);
          expect(x).toBeGreaterThan(0);
          expect(x + size).toBeLessThan(width);
          expect(y + size).toBeLessThan(figure.height);
          expect(size).toBeGreaterThan(0.25 * width);
        }
        expect(new Set(figure.panes.map((pane) => pane.width)).size).toBe(1);
      }
    }
  });

  it('puts two panes beside each other where there is room, else one above the other', () => {
    const [wide, narrow] = [1200, 320].map((width) =>
      figureOf({ size: { width } }, ['map', 'flow']),
    );
    expect(wide!.panes[0]!.y).toBe(wide!.panes[1]!.y);
    expect(narrow!.panes[0]!.x).toBe(narrow!.panes[1]!.x);
    expect(narrow!.panes[1]!.y).toBeGreaterThan(narrow!.panes[0]!.y + narrow!.panes[0]!.height);
  });

  it('takes the pane’s size instead', () => {
    const figure = figureOf({ size: { pane: { width: 512, height: 300 } } }, ['map', 'flow']);
    expect(figure.panes.map(({ width, height }) => [width, height])).toEqual([
      [512, 300],
      [512, 300],
    ]);
    expect(figure.width).toBeGreaterThan(1024);
  });

  it.each([3, 0.5])('has panes %d times as wide as high where that is asked for', (aspect) => {
    const figure = figureOf({ size: { width: 900, aspect } }, ['map', 'flow']);
    expect(figure.width).toBe(900);
    expect(figure.panes).toHaveLength(2);
    for (const { width, height } of figure.panes) expect(height).toBe(Math.round(width / aspect));
  });
});

describe('the drawing of a figure', () => {
  it('leaves holes exactly where the panes are', () => {
    const figure = figureOf({}, ['map', 'flow']);
    const ground = /<path d="([^"]*)" fill="#0d1017" fill-rule="evenodd"/.exec(figure.svg)![1]!;
    for (const { x, y, width, height } of figure.panes) {
      expect(ground).toContain(`M${x} ${y}h${width}v${height}h${-width}z`);
    }
  });

  it('keeps its sizes when the label counts come', () => {
    const scale = scaleOf('outcome');
    const outcomes = OUTCOMES.map((outcome) => (outcome === 'stuck' ? 7 : 0));
    const labelCounts = { count: 7, ...NOTHING_BEYOND, outcomes };
    const [before, after] = [figureOf({ scale }), figureOf({ scale, labelCounts })];
    expect(after.panes).toEqual(before.panes);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    expect(before.svg).toContain('>inconclusive<');
    expect(after.svg).not.toContain('>inconclusive<');
    expect(after.svg).toContain('>stalled<');
    expect(after.svg).toContain('>100%<');
  });

  it('draws traces up to where they end, on dark and on paper', () => {
    const panes = [{ kind: 'flow' as const, curves: [{ trajectory: TRACE, colour: '#abcdef' }] }];
    for (const theme of ['dark', 'light'] as const) {
      const { svg } = figureOf({ panes, theme });
      expect(svg).toContain('stroke="#abcdef"');
      expect(svg).not.toContain('NaN');
      expect(svg.includes('#ffffff')).toBe(theme === 'light');
    }
  });

  it('refuses a width that leaves nothing', () => {
    expect(() => figureOf({ size: { width: 120 } })).toThrow(/invalid width: 120/);
  });

  it('takes no markup from outside', () => {
    const { svg } = figureOf({
      panes: [{ kind: 'map', note: '<b>' }],
      fonts: { text: '"><script>', math: 'x' },
      remarks: ['<i>&'],
    });
    expect(svg).not.toMatch(/<(b|i|script)>/);
  });
});

describe('a pane of any shape', () => {
  const shapes = [
    [600, 200],
    [200, 400],
    [400, 32],
    [32, 400],
    [32, 32],
  ] as const;

  it.each(shapes)('of %d x %d pixels has room for everything around it', (width, height) => {
    for (const kinds of [['map'], ['flow'], ['map', 'flow']] as const) {
      for (const { id } of MEASURES) {
        const figure = figureOf({ size: { pane: { width, height } }, scale: scaleOf(id) }, kinds);
        for (const pane of figure.panes) expect(pane).toMatchObject({ width, height });
        const texts = textsOf(figure);
        expect(texts.length).toBeGreaterThan(8);
        const things = [...figure.panes.map((pane) => ({ text: 'pane', ...pane })), ...texts];
        for (const [i, a] of things.entries()) {
          expect(isInside(a, figure), `${id}: ${a.text} is cut off`).toBe(true);
          for (const b of things.slice(i + 1)) {
            // The line L = 0 is labelled where it is, inside the pane.
            if (a.text === 'pane' && b.text === 'L = 0') continue;
            expect(overlap(a, b), `${id}: ${a.text} is over ${b.text}`).toBe(false);
          }
        }
      }
    }
  });

  it('has ticks by the length of each axis', () => {
    const { slice } = withSlice(-1, 1);
    const marks = (width: number, height: number) => {
      const svg = paneAxes(slice, { width, height }, LIVE);
      return [/v4\.4/g, /h-4\.4/g].map((mark) => svg.match(mark)!.length);
    };
    const [wide, high] = [marks(900, 100), marks(100, 900)];
    expect(wide[0]).toBeGreaterThan(wide[1]!);
    expect(high).toEqual(wide.toReversed());
  });
});

describe('colour bars', () => {
  const bar = (measure: string, changes?: Partial<typeof NOTHING_BEYOND>) =>
    colourBarSvg(scaleOf(measure), {
      height: 400,
      em: 11,
      theme: 'dark',
      fonts: FONTS,
      labelCounts: changes && {
        count: 9,
        outcomes: OUTCOMES.map(() => 1),
        ...NOTHING_BEYOND,
        ...changes,
      },
    });

  it('exist for every measure', () => {
    for (const { id } of MEASURES) expect(bar(id)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('mark what has no place on them only where it occurs', () => {
    expect(bar('settle', { infinite: 1 })).toContain('>never<');
    expect(bar('distance', { infinite: 1 })).toContain('>diverged<');
    expect(bar('turns', { undefined: 1 })).toContain('>no value<');
    for (const measure of ['settle', 'distance', 'turns']) {
      expect(bar(measure, {})).not.toMatch(/>(never|diverged|no value)</);
    }
  });
});

describe('a live pane', () => {
  const { slice } = EXPERIMENT;
  const SIZE = { width: 420, height: 300 };

  it('has its corner at the origin and its margins around it', () => {
    const { left, right, top, bottom } = marginsOf(slice, 300, 11);
    expect(paneAxes(slice, SIZE, LIVE)).toContain(
      `viewBox="${-left} ${-top} ${left + 420 + right} ${top + 300 + bottom}"`,
    );
  });

  it('marks the equilibrium by a ring where the plane meets it, else by a cross, and only inside', () => {
    const meeting = { ...slice, hold: [0, 0, 5, 5] } as const;
    const away = { ...slice, x: { ...slice.x, min: 1 } };
    const rings = [slice, meeting, away].map((plane) =>
      /a4\.62 4\.62/.test(paneAxes(plane, SIZE, LIVE)),
    );
    const crosses = [slice, meeting, away].map((plane) =>
      /h9\.24M/.test(paneAxes(plane, SIZE, LIVE)),
    );
    expect(rings).toEqual([false, true, false]);
    expect(crosses).toEqual([true, false, false]);
    expect(paneAxes(slice, SIZE, { ...LIVE, kind: 'flow' })).toContain('a4.62 4.62');
  });
});
