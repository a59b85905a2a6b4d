import { expect, test } from 'vitest';
import { withValues } from '../../src/experiment/experiment.ts';
import { MEASURES } from '../../src/measures/index.ts';
import type { Equilibrium } from '../../src/experiment/equilibrium/kind.ts';
import { paint, scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { basinKeyOf, basinLegendSvg } from '../../src/figure/legend/basin-legend.ts';
import { countLabels, mergeCounts } from '../../src/figure/legend/label-counts.ts';
import { mapKey } from '../../src/experiment/keys.ts';
import { experimentWithGame } from '../support/expressions/games.ts';

const FONTS = { text: 'Inter', math: 'KaTeX_Math' };
const EXPERIMENT = withValues(experimentWithGame({ minMax: 'x*y' }), { measure: 'basin' });
const COLUMN = MEASURES.findIndex(({ id }) => id === 'basin');

const scale = scaleFor(EXPERIMENT, new Float64Array(0), 'dark');

function rowsOf(...basins: number[]): Float64Array {
  const rows = new Float64Array(MEASURES.length * basins.length);
  basins.forEach((basin, i) => (rows[MEASURES.length * i + COLUMN] = basin));
  return rows;
}

const at = (theta1: number, phi1: number, kind: Equilibrium['kind']): Equilibrium => ({
  state: [phi1, 0, theta1, 0],
  eigenvalues: [],
  kind,
});

function textsOf(basins: readonly number[], equilibria: readonly Equilibrium[]): string[] {
  const labelCounts = countLabels(scale, rowsOf(...basins), basins.length);
  const svg = basinLegendSvg(
    scale,
    { height: 300, em: 10, theme: 'dark', fonts: FONTS, labelCounts },
    basinKeyOf(EXPERIMENT, equilibria),
  );
  return Array.from(svg.matchAll(/<text [^>]*>(.*?)<\/text>/g), ([, text]) =>
    text!.replace(/<[^>]*>/g, ''),
  );
}

test('a legend of basins has those that occur, each with its place, kind and share', () => {
  const equilibria = [at(-1, 1e-17, 'sink'), at(0, 0.25, 'saddle'), at(1, 0, 'degenerate')];
  expect(textsOf([1, 1, 3, 0, NaN], equilibria)).toEqual([
    '(θ1, φ1)',
    '1 (−1, 0)',
    'sink · 40%',
    '3 (1, 0)',
    'degenerate · 20%',
    'at none of them',
    '20%',
    'inconclusive',
    '20%',
  ]);
});

test('where equilibria are a curve nothing is numbered', () => {
  expect(textsOf([NaN, 0], [])).toEqual(['at none of them', '50%', 'no value', '50%']);
});

test('of many basins the largest are named', () => {
  const equilibria = Array.from({ length: 12 }, (_, i) => at(i, 0, 'sink'));
  const basins = equilibria.map((_, i) => i + 1);
  const texts = textsOf([...basins, 12, 12], equilibria);
  expect(texts).toContain('12 (11, 0)');
  expect(texts.slice(-2)).toEqual(['2 more', '14%']);
});

test('every number has a colour of its own, another than that of none', () => {
  const colours = paint(scale, rowsOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, NaN), 11);
  const all = Array.from({ length: 11 }, (_, i) => colours.slice(4 * i, 4 * i + 3).join());
  expect(new Set(all).size).toBe(11);
});

test('counts of two parts add up, and another measure’s results serve no basins', () => {
  const [a, b] = [[1, 1, 0], [4]].map((basins) =>
    countLabels(scale, rowsOf(...basins), basins.length),
  );
  expect(mergeCounts(a!, b!).basins).toEqual([1, 2, 0, 0, 1]);
  expect(mapKey(EXPERIMENT)).not.toBe(mapKey(withValues(EXPERIMENT, { measure: 'outcome' })));
});
