import { expect, test } from 'vitest';
import { diagramTheoryOf } from '../../src/cpu/diagram-theory.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { compileGame } from '../../src/game/compile-game.ts';
import { assign } from '../../src/experiment/schema.ts';

function theoryOf(
  model: string,
  method: string,
  choices: Readonly<Record<string, unknown>>,
  range: readonly [number, number],
) {
  const experiment = Object.entries(choices).reduce(
    (one, [key, value]) => assign(one, key, value, compileGame),
    defaultExperiment(model, method),
  );
  return diagramTheoryOf(experiment, experiment.diagram!, range);
}

test('wgan-gp over c: its circle |θ| = c, stable', () => {
  const choices = { diagram: 'c:0.2:1.8;theta-length', lambda: 0.5 };
  const { curves } = theoryOf('wgan-gp', 'rk4', choices, [0, 2]);
  const circles = curves.filter(({ kind }) => kind === 'circle');
  expect(circles.map(({ stability }) => stability)).toEqual(['stable']);
  const [line, ...others] = circles[0]!.lines;
  expect(others).toEqual([]);
  expect(line).toHaveLength(65);
  for (const [c, y] of line!) expect(y).toBeCloseTo(c, 9);
});

test('simgd with l2 on ns-gan: stable up to h = 4 μ, where a Neimark–Sacker bifurcation is', () => {
  const choices = { diagram: 'step:0.5:3;theta1', l2: 0.5 };
  const { curves, bifurcations } = theoryOf('ns-gan', 'simgd', choices, [-1, 1]);
  const equilibria = curves.filter(({ kind }) => kind === 'equilibrium');
  expect(equilibria.map(({ stability }) => stability)).toEqual(['stable', 'unstable']);
  // Between places of the curve, which are 2.5/65 apart.
  expect(Math.abs(equilibria[0]!.lines[0]!.at(-1)![0] - 2)).toBeLessThan(0.04);
  const loss = bifurcations.find(({ label }) => label.text === 'Neimark–Sacker')!;
  expect(loss.lines[0]!.map(([x]) => x)).toEqual([2, 2].map((x) => expect.closeTo(x, 4)));
  expect(loss.lines[0]!.map(([, y]) => y)).toEqual([-1, 1]);
});

test('altgd on the bilinear game: neutral below h = 2, unstable beyond', () => {
  const choices = { diagram: 'step:1:3;phi1', lambda: 0, c: 0 };
  const { curves } = theoryOf('wgan-gp', 'altgd', choices, [-1, 1]);
  const equilibria = curves.filter(({ kind }) => kind === 'equilibrium');
  expect(equilibria.map(({ stability }) => stability)).toEqual(['neutral', 'unstable']);
  expect(Math.abs(equilibria[0]!.lines[0]!.at(-1)![0] - 2)).toBeLessThan(0.04);
});

test('a pitchfork of a game of one’s own has three equilibria beyond it', () => {
  // x' = (k - 1) x - x^3, y' = -y: a parameter of a game goes from 0 to 4.
  const choices = {
    game: { field: { theta1: '(k - 1)*theta1 - theta1^3', phi1: '-phi1' } },
    diagram: 'k:0:2;theta1',
  };
  const { curves } = theoryOf('ns-gan', 'rk4', choices, [-1.5, 1.5]);
  const at = (stability: string) => curves.filter((curve) => curve.stability === stability);
  expect(at('unstable').flatMap(({ lines }) => lines)).toHaveLength(1);
  const branches = at('stable').flatMap(({ lines }) => lines);
  const tips = branches.map((line) => line.at(-1)!).filter(([k]) => k > 1.9);
  expect(tips.map(([, y]) => Math.abs(y))).toEqual(
    tips.map(([k]) => expect.closeTo(Math.sqrt(k - 1), 6)),
  );
  expect(tips.map(([, y]) => Math.sign(y)).toSorted((a, b) => a - b)).toEqual([-1, 1]);
});
