import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/experiment.ts';
import { mapPlane } from '../../../src/experiment/plane.ts';
import { assign } from '../../../src/experiment/schema.ts';
import { shownTheoryOf } from '../../../src/cpu/theory-lines.ts';
import { hatching } from '../../../src/figure/overlays/hatching.ts';
import { labelPlaces } from '../../../src/figure/overlays/label-places.ts';
import { theoryLines } from '../../../src/figure/overlays/theory-lines.ts';
import { documentOf, type Markup } from '../../../src/figure/svg.ts';
import type { ShownTheory, TheoryEvidence } from '../../../src/experiment/theory/theory-line.ts';

const SIDE = 8;

const svgOf = (drawn: readonly Markup[]) =>
  documentOf({ x: 0, y: 0, width: 440, height: 260 }, {}, drawn);

const pane = { x: 20, y: 10, width: 400, height: 240 };
const fonts = { text: 'text', math: 'math' };
const options = { kind: 'map', theme: 'dark', fonts, em: 12 } as const;
const plane = mapPlane(
  assign(assign(defaultExperiment('ns-gan'), 'x', 'l2=0:2'), 'y', 'rateG=0.5:2'),
);

/** The cell in the third column and the second row alone. */
const cells = Uint8Array.from({ length: SIDE ** 2 }, (_, i) => Number(i === SIDE + 2));
const evidence: TheoryEvidence = {
  side: SIDE,
  cells,
  share: 1 / SIDE ** 2,
  fastest: { local: [1, 1], measured: [0.5, 1] },
};

test('hatching stays within the cells that disagree, and goes through them', () => {
  const [, data] = / d="([^"]*)"/.exec(svgOf(hatching(evidence, pane, options)))!;
  const numbers = Array.from(data!.matchAll(/[\d.]+/g), Number);
  const [xs, ys] = [0, 1].map((side) => numbers.filter((_, i) => i % 2 === side)) as [
    number[],
    number[],
  ];
  // Cells of 50 by 30, from x = 120 and y = 190 on; steps of a line are half of a cell's side.
  expect(Math.min(...xs)).toBeGreaterThanOrEqual(120 - 15);
  expect(Math.max(...xs)).toBeLessThanOrEqual(170 + 15);
  expect(Math.min(...ys)).toBeGreaterThanOrEqual(190 - 15);
  expect(Math.max(...ys)).toBeLessThanOrEqual(220 + 15);
  expect(xs.length).toBeGreaterThan(8);
  const none = { ...evidence, cells: new Uint8Array(SIDE ** 2) };
  expect(hatching(none, pane, options)).toEqual([]);
});

test('the share of what is hatched and the fastest points are labelled', () => {
  const drawn = svgOf(theoryLines({ lines: [], evidence }, plane, pane, options));
  expect(drawn).toContain('not as theory says: 2%');
  expect(drawn).toContain('fastest, local');
  expect(drawn).toContain('fastest, measured');
});

test('labels in a crowded corner keep off each other', () => {
  const altgd = assign(defaultExperiment('ns-gan'), 'method', 'altgd');
  const crowded = assign(assign(altgd, 'x', 'step=0.05:4:log'), 'y', 'l2=0:2');
  const square = { x: 0, y: 0, width: 420, height: 420 };
  const theory: ShownTheory = {
    lines: shownTheoryOf(crowded).lines,
    evidence: { ...evidence, fastest: { local: [2, 0.5] } },
  };
  const drawn = svgOf(theoryLines(theory, mapPlane(crowded), square, options));
  const label =
    /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*\/><text [^>]*>(.*?)<\/text>/g;
  const boxes = Array.from(drawn.matchAll(label), ([, x, y, width, height, text]) => ({
    left: Number(x),
    top: Number(y),
    right: Number(x) + Number(width),
    bottom: Number(y) + Number(height),
    text: text!,
  }));
  expect(boxes.map(({ text }) => text).toSorted()).toEqual([
    'critical damping',
    'fastest, local',
    'flip',
    'not as theory says: 2%',
    'resonance 1:3',
    'resonance 1:4',
  ]);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart, `${a.text} and ${b.text}`).toBe(true);
    }
  }
});

test('a label stands on a line that is long, beside one that is short, and nowhere without room', () => {
  const square = { x: 0, y: 0, width: 200, height: 200 };
  const [long, short] = [
    [0, 150, 200, 150],
    [100, 40, 100, 70],
  ];
  const size = { width: 50, height: 14 };
  const places = labelPlaces(square, [long, short], 10);
  expect(places.along(long, size)).toEqual({ x: 75, y: 143, ...size });
  const beside = places.along(short, size)!;
  expect(beside.x + beside.width).toBeLessThan(100);
  places.reserve(square);
  expect(places.along(long, size)).toBeUndefined();
  expect(places.at([[50, 50]], size)).toBeUndefined();
});

test('theory and lines of equal rate are switched each for itself', () => {
  const base = assign(assign(defaultExperiment('ns-gan'), 'x', 'l2=0:2'), 'y', 'rateG=0.5:2');
  const kinds = (theory: boolean, isolines: boolean) => {
    const experiment = { ...base, values: { ...base.values, theory, isolines } };
    return new Set(shownTheoryOf(experiment).lines.map(({ kind }) => kind));
  };
  expect(kinds(true, false)).toEqual(new Set(['critical']));
  expect(kinds(false, true)).toEqual(new Set(['rate']));
  expect(kinds(false, false)).toEqual(new Set());
});
