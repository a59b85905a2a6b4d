import { inPieces } from '../../experiment/bands.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Measure } from '../../measures/index.ts';
import { experimentOf, measuresOf } from '../choices.ts';
import { remarkOnTolerance, withEngine } from '../engines.ts';
import type { EngineFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { STATES_FORMATS, writeStates } from '../formats/measured-states.ts';
import { readInits } from '../inits.ts';
import { formatOf, writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { refuseFormFlags, refuseShardFlags, type ShardFlags } from '../sweep/shard-flags.ts';

export interface MeasureFlags extends ExperimentFlags, EngineFlags, OutputFlags, ShardFlags {
  readonly inits: string;
  readonly measure?: string;
}

/** `ganfield measure`: given initial conditions, or a shard of them. */
export async function runMeasure(flags: MeasureFlags): Promise<void> {
  const measures = measuresOf(flags.measure);
  const experiment = await experimentOf(flags);
  if (flags.shard !== undefined) return runShard(flags.shard, experiment, measures, flags);
  refuseShardFlags(flags);
  const format = formatOf(flags, STATES_FORMATS, 'json');
  const starts = await readInits(flags.inits);
  const ids = measures.map(({ id }) => id);
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, (engine) => {
      remarkOnTolerance(engine, experiment);
      return withProgress((progress) => {
        const pieces = inPieces(engine, experiment, starts, ids, progress);
        return writeStates(format, write, { experiment, engine, measures, pieces });
      });
    }),
  );
}

async function runShard(
  text: string,
  experiment: Experiment,
  measures: readonly Measure[],
  flags: MeasureFlags,
): Promise<void> {
  const { shardOf } = await import('../sweep/shard.ts');
  const { computePart, pathOfPart } = await import('../sweep/compute-part.ts');
  const shard = shardOf(text, flags.shards);
  refuseFormFlags({ format: flags.format });
  const path = await pathOfPart(flags.out, shard);
  const starts = await readInits(flags.inits);
  const grid = { width: 1, height: starts.length / 4 };
  const ids = measures.map(({ id }) => id);
  await withEngine(flags.engine, (engine) => {
    remarkOnTolerance(engine, experiment);
    const states = { experiment, grid, ids, starts };
    return computePart(engine, states, shard, { path, force: flags.force === true });
  });
}
