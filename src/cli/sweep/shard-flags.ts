/** Flags of a shard, and what goes with none. */
import { UsageError } from '../errors.ts';

export interface ShardFlags {
  readonly shard?: string;
  readonly shards?: string;
  readonly force?: boolean;
}

/**
 * A part has no form: whoever joins the parts says it.
 * @param given what was said of the form
 * @throws UsageError
 */
export function refuseFormFlags(given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    throw new UsageError(`invalid ${name}: a shard is a part of a map, expected at ganfield join`);
  }
}

/** Without a shard there is nothing to be one of. @throws UsageError */
export function refuseShardFlags({ shards, force }: ShardFlags): void {
  for (const [name, value] of Object.entries({ shards, force })) {
    if (value === undefined) continue;
    throw new UsageError(`invalid ${name}: expected beside --shard i/n or --shard auto`);
  }
}
