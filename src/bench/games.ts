import type { Engine } from '../experiment/engine.ts';
import { defaultExperiment, withGame } from '../experiment/experiment.ts';
import { modelOf } from '../experiment/parameters.ts';
import { compileGame } from '../game/compile-game.ts';
import { startingPointOf } from '../game/starting-points.ts';
import type { GameRow } from './report.ts';
import type { Settings } from './sections.ts';
import { bestOf, onSlice, PerCore, withSteps } from './timing.ts';

/** Steps of every start. */
const STEPS = 512;

const MODELS = ['ns-gan', 'wgan-gp'];

/**
 * Built-in models beside the same losses typed as a game, RK4; on the processor by the time that the
 * process has had of it, where that is known.
 * @param cpu on one core
 */
export async function benchGames(
  gpu: Engine | undefined,
  cpu: Engine,
  software: boolean,
  { rounds, milliseconds, coreTime, progress }: Settings,
): Promise<GameRow[]> {
  const engines = gpu ? [gpu, cpu] : [cpu];
  const benchmarks: Record<string, PerCore> = {};
  for (const model of MODELS) {
    const builtIn = withSteps(defaultExperiment(model, 'rk4'), STEPS);
    const { source } = startingPointOf(modelOf(builtIn), builtIn.values);
    const typed = withGame(builtIn, compileGame(source));
    for (const engine of engines) {
      const clock = engine.kind === 'cpu' || software ? coreTime : undefined;
      for (const [name, experiment] of Object.entries({ builtIn, typed })) {
        const benchmark = await onSlice(engine, experiment, milliseconds);
        benchmarks[`${model} ${engine.kind} ${name}`] = new PerCore(benchmark, clock);
      }
    }
  }
  await bestOf(benchmarks, rounds, progress);
  return MODELS.flatMap((model) =>
    engines.map(({ kind }) => {
      const [builtIn, typed] = ['builtIn', 'typed'].map(
        (name) => benchmarks[`${model} ${kind} ${name}`]!.best,
      ) as [number, number];
      return { model, engine: kind, ratio: typed / builtIn, typed, builtIn };
    }),
  );
}
