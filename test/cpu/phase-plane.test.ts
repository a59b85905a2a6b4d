import { describe, expect, it, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { phasePortraitOf } from '../../src/cpu/phase-plane/index.ts';
import { separatricesOf } from '../../src/cpu/phase-plane/separatrices.ts';
import { TRAJECTORY_COLUMNS } from '../../src/experiment/engine.ts';
import { withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import type { SlicePoint } from '../../src/experiment/theory/phase-plane.ts';
import { compileGame } from '../../src/game/compile-game.ts';

const PLANE = 'x=theta1:-2:2&y=phi1:-2:2&hold=0,0,0,0';

function portraitOf(query: string, tool: string) {
  const { experiment } = fromQuery(`${query}&${PLANE}`, compileGame);
  return phasePortraitOf(withValues(experiment, { [tool]: true })).phasePlane;
}

function gameQuery(game: unknown): string {
  return `model=custom&game=${encodeURIComponent(JSON.stringify(game))}`;
}

/** Lines are exact to the viewport by 2^-30 of a cell; these numbers are of order 1. */
const EXACT = 1e-9;

function nullclineOf(query: string, component: string): readonly (readonly SlicePoint[])[] {
  return portraitOf(query, 'nullclines').nullclines.find((one) => one.component === component)!
    .lines;
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

describe('nullclines are those of the closed form, from edge to edge', () => {
  it.each([
    ['the bilinear game', gameQuery({ minMax: 'x*y' })],
    ['ns-gan', 'model=ns-gan'],
  ])('%s: the axes', (_, query) => {
    for (const [component, along] of [
      ['theta1', 0],
      ['phi1', 1],
    ] as const) {
      const [line, ...others] = nullclineOf(query, component);
      expect(others).toEqual([]);
      expect(largest(line!.map((point) => point[1 - along]!))).toBeLessThan(EXACT);
      const ends = [line![0]![along], line!.at(-1)![along]].toSorted((a, b) => a - b);
      expect(ends).toEqual([-2, 2]);
    }
  });

  it('ns-gan with L2: σ(θφ) θ = −μφ', () => {
    const [line] = nullclineOf('model=ns-gan&l2=0.5', 'phi1');
    const residuals = line!.map(([x, y]) => x / (1 + Math.exp(-x * y)) + 0.5 * y);
    expect(line!.length).toBeGreaterThan(50);
    expect(largest(residuals)).toBeLessThan(EXACT);
  });

  it('wgan-gp: two lines that end where the penalty jumps', () => {
    const lines = nullclineOf('model=wgan-gp&lambda=0.1&c=1', 'phi1');
    expect(lines).toHaveLength(2);
    const inner = lines.map((line) => line.toSorted((a, b) => Math.abs(a[1]) - Math.abs(b[1]))[0]!);
    // A zero is looked at from 1e-5 of the viewport beside it.
    for (const [x, y] of inner) {
      expect(Math.abs(y)).toBeLessThan(1e-4);
      expect(Math.abs(x)).toBeCloseTo(0.2, 4);
    }
    expect(inner[0]![0] * inner[1]![0]).toBeLessThan(0);
  });

  it('a rate that touches 0 without a change of sign has its line', () => {
    const [line, ...others] = nullclineOf(gameQuery({ minMax: 'x^2*y' }), 'phi1');
    expect(others).toEqual([]);
    expect(largest(line!.map(([x]) => x))).toBeLessThan(1e-6);
  });

  it('a component that nowhere changes has none', () => {
    expect(nullclineOf(gameQuery({ field: { theta1: '1' } }), 'phi1')).toEqual([]);
  });
});

const duffing = (damping: number, sign = 1) =>
  gameQuery({ field: { theta1: `${sign}*y`, phi1: `${sign}*(x - x^3 - ${damping}*y)` } });

describe('separatrices', () => {
  test('of the conservative double well are y² = x² − x⁴/2, and come home', () => {
    const { separatrices } = portraitOf(duffing(0), 'separatrices');
    expect(separatrices.map(({ kind }) => kind).toSorted()).toEqual([
      'stable',
      'stable',
      'unstable',
      'unstable',
    ]);
    for (const { line } of separatrices) {
      expect(largest(line.map(([x, y]) => y * y - x * x + x ** 4 / 2))).toBeLessThan(1e-8);
      expect(largest(line.map(([x]) => x))).toBeCloseTo(Math.SQRT2, 4);
    }
  });

  test('of the damped double well are those of dopri5, and end at its sinks', async () => {
    const { separatrices } = portraitOf(duffing(0.3), 'separatrices');
    for (const kind of ['unstable', 'stable'] as const) {
      const lines = separatrices.filter((one) => one.kind === kind).map(({ line }) => line);
      expect(lines).toHaveLength(2);
      if (kind === 'unstable') {
        const ends = lines.map((line) => line.at(-1)!).toSorted((a, b) => a[0] - b[0]);
        expect(ends.map(([x]) => x)).toEqual([-1, 1]);
        expect(largest(ends.map(([, y]) => y))).toBeLessThan(1e-12);
      }
      // Backwards in time the stable manifold is the unstable one; its root there is that of v² ± 0.3v = 1.
      const sign = kind === 'unstable' ? 1 : -1;
      const value = (-sign * 0.3 + Math.sqrt(0.09 + 4)) / 2;
      const start = [sign * value * 1e-6, 0, 1e-6, 0] as const;
      const { experiment } = fromQuery(`${duffing(0.3, sign)}&method=dopri5&time=16`, compileGame);
      for (const [x, y] of await pathOf(experiment, start)) {
        expect(Math.min(...lines.map((line) => distanceFrom(line, [x, y])))).toBeLessThan(1e-4);
      }
    }
  });

  test('there are none on a slice that the flow leaves', () => {
    const { experiment } = fromQuery('model=ns-gan', compileGame);
    expect(separatricesOf(experiment, [[0, 0, 0, 0]])).toEqual([]);
  });
});

async function pathOf(
  experiment: Experiment,
  start: readonly [number, number, number, number],
): Promise<readonly SlicePoint[]> {
  const count = 60;
  const [trajectory] = await cpuEngine.trace(experiment, [start], count + 1);
  return Array.from({ length: count + 1 }, (_, i): SlicePoint => {
    const at = i * TRAJECTORY_COLUMNS.length;
    return [trajectory!.samples[at + 2]!, trajectory!.samples[at]!];
  }).filter((point) => largest(point) < 2);
}

function distanceFrom(line: readonly SlicePoint[], [x, y]: SlicePoint): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [bx - ax, by - ay];
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const along = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  }
  return least;
}

test('the vector field is the field, on a grid', () => {
  const { vectors } = portraitOf(gameQuery({ minMax: 'x*y' }), 'vectors');
  expect(vectors).toHaveLength(256);
  for (const { at, rate } of vectors) expect(rate).toEqual([-at[1], at[0]]);
});
