import type { EngineFlags } from '../flags.ts';
import { withEngine } from '../engines.ts';
import { formOf, writeMap, type FormFlags } from '../map/form.ts';
import { planOf, type MapFlags as PlanFlags, type MapPlan } from '../map/plan.ts';
import { remarkOnEngine, remarkOnPlane, resolvingEngine } from '../map/remarks.ts';
import { writeWhole } from '../output.ts';
import { withProgress } from '../progress.ts';
import { refuseFormFlags, refuseShardFlags, type ShardFlags } from '../sweep/shard-flags.ts';

export interface MapFlags extends PlanFlags, EngineFlags, FormFlags, ShardFlags {}

/** `ganfield map`: a grid of initial conditions or parameters, or a shard of it. */
export async function runMap(flags: MapFlags): Promise<void> {
  const plan = await planOf(flags);
  if (flags.shard !== undefined) return runShard(flags.shard, plan, flags);
  refuseShardFlags(flags);
  const form = formOf(flags, plan, flags.size !== undefined);
  remarkOnPlane(plan, flags.hold);
  await writeWhole(flags.out, (write) =>
    withEngine(resolvingEngine(flags.engine, plan), (engine) => {
      remarkOnEngine(engine, plan);
      return withProgress((progress) => writeMap(form, { ...plan, engine, write, progress }));
    }),
  );
}

async function runShard(text: string, plan: MapPlan, flags: MapFlags): Promise<void> {
  const { shardOf } = await import('../sweep/shard.ts');
  const { computePart, pathOfPart } = await import('../sweep/compute-part.ts');
  const shard = shardOf(text, flags.shards);
  const { format, bare, dimension, width, fontSize, dpi, without } = flags;
  refuseFormFlags({ format, bare, dimension, width, 'font-size': fontSize, dpi, without });
  const path = await pathOfPart(flags.out, shard);
  remarkOnPlane(plan, flags.hold);
  await withEngine(resolvingEngine(flags.engine, plan), (engine) => {
    remarkOnEngine(engine, plan);
    const { experiment, grid, measures } = plan;
    const map = { experiment, grid, ids: measures.map(({ id }) => id) };
    return computePart(engine, map, shard, { path, force: flags.force === true });
  });
}
