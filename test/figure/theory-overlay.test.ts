import { expect, test } from 'vitest';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { mapPlane } from '../../src/experiment/plane.ts';
import { assign } from '../../src/experiment/schema.ts';
import { shownTheoryOf } from '../../src/cpu/theory-lines.ts';
import { hatching } from '../../src/figure/overlays/hatching.ts';
import { theoryLines } from '../../src/figure/overlays/theory-lines.ts';
import { documentOf, type Markup } from '../../src/figure/svg.ts';
import type { TheoryEvidence } from '../../src/experiment/theory/theory-line.ts';

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
