import type { State } from '../../models/state.ts';
import { withGame, type Experiment } from '../experiment.ts';
import { isTaken, type GameCompiler } from '../format/read-game.ts';

/**
 * The same game with another target: what distance, labels and linearisation refer to.
 * @throws Error for an experiment without a game
 */
export function withTargetState(
  experiment: Experiment,
  target: State,
  compile: GameCompiler,
): Experiment {
  if (!experiment.game) throw new Error(`no target: ${experiment.model} is no game of one's own`);
  const { target: _, ...source } = experiment.game.source;
  const isOrigin = target.every((x) => x === 0);
  return withGame(experiment, compile(isOrigin ? source : { ...source, target }, isTaken));
}
