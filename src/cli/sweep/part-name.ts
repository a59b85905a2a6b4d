import type { Shard } from './shard.ts';

/** The ending of parts, by which a folder's are found. */
export const PART_ENDING = '.part';

/** The name of a shard's part where only a folder is given; names are in the shards' order. */
export function partName({ index, count }: Shard): string {
  return `${String(index).padStart(String(count).length, '0')}-of-${count}${PART_ENDING}`;
}
