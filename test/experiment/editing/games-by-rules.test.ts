import { expect, test } from 'vitest';
import { cpuEngine } from '../../../src/cpu/engine.ts';
import { gamesByRules, RULES, STEPS } from '../../../src/experiment/editing/games-by-rules.ts';
import { numberOf } from '../../../src/experiment/experiment.ts';
import { mapPlane } from '../../../src/experiment/plane.ts';
import { mapOf } from '../../../src/experiment/pixels.ts';
import { checkWhole } from '../../../src/experiment/schema.ts';
import { PAPER_GAMES } from '../../../src/game/papers.ts';
import { MEASURES } from '../../../src/measures/index.ts';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { englishOf } from '../../../src/models/message.ts';

const VARIANTS = gamesByRules();

test('rows are games, columns rules, all on one plane and by as many steps', () => {
  expect(VARIANTS).toHaveLength(PAPER_GAMES.length * RULES.length);
  VARIANTS.forEach(({ experiment, row }, i) => {
    checkWhole(experiment);
    expect(englishOf(row!)).toBe(PAPER_GAMES[Math.floor(i / RULES.length)]!.game.title);
    expect(experiment.method).toBe(RULES[i % RULES.length]!.id);
    expect(mapPlane(experiment)).toEqual(mapPlane(VARIANTS[0]!.experiment));
    expect(numberOf(experiment, 'time') / numberOf(experiment, 'step')).toBeCloseTo(STEPS, 9);
  });
});

test('the maps say who escapes: of the polar game at 3/2 nobody, at 1 extragradient', async () => {
  const shareOf = async (game: string, method: string) => {
    const index = PAPER_GAMES.findIndex(({ id }) => id === game) * RULES.length;
    const { experiment } = VARIANTS.slice(index).find((one) => one.experiment.method === method)!;
    const results = await mapOf(cpuEngine, experiment, { width: 8, height: 8 });
    const width = MEASURES.length;
    const column = MEASURES.findIndex(({ id }) => id === 'outcome');
    const labels = Array.from({ length: 64 }, (_, i) => OUTCOMES[results[i * width + column]!]!);
    return labels.filter((label) => label === 'converged' || label === 'converging').length / 64;
  };
  expect(await shareOf('polar-1', 'extragradient')).toBeGreaterThan(0.3);
  expect(await shareOf('polar-1.5', 'extragradient')).toBeLessThan(0.2);
});
