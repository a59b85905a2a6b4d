/** Every game of a paper by every training rule: who escapes which cycle. */
import { compileGame } from '../../game/compile-game.ts';
import { PAPER_GAMES } from '../../game/papers.ts';
import { METHODS } from '../../methods/index.ts';
import { message } from '../../models/message.ts';
import { defaultExperiment, withMethod, withValues, type Experiment } from '../experiment.ts';
import { assign } from '../schema.ts';
import type { Variant } from '../sweep.ts';
import { methodText } from '../texts.ts';

/** One flow, and every rule. */
export const RULES = METHODS.filter(({ id }) => id !== 'dopri5');

/** Every start goes so many steps. */
export const STEPS = 1000;

/** Of a game whose own view has no finer one: rules part there, and the flow does not diverge. */
const STEP = 0.1;

/** The plane that all maps share, in the subspace that every game has. */
const SLICE = {
  x: { component: 'theta1', min: -2, max: 2 },
  y: { component: 'phi1', min: -2, max: 2 },
  hold: [0, 0, 0, 0],
} as const satisfies Experiment['slice'];

/** Game by game, each by every rule in one order; the outcome of each start after `STEPS` steps. */
export function gamesByRules(games = PAPER_GAMES): readonly Variant[] {
  const base: Experiment = { ...defaultExperiment(), slice: SLICE, starts: [] };
  return games.flatMap(({ id, game, view }) => {
    const step = Number(new URLSearchParams(view).get('step') ?? STEP);
    const experiment = withValues(assign(base, 'game', game, compileGame), {
      step,
      time: STEPS * step,
      measure: 'outcome',
    });
    const row = message(`preset.game-${id}.title`, game.title);
    return RULES.map((rule) => ({
      experiment: withValues(withMethod(experiment, rule.id), { step, time: STEPS * step }),
      title: [methodText(rule)],
      row,
    }));
  });
}
