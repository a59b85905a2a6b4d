import { compileGame } from '../../game/compile-game.ts';
import { withValues } from '../../experiment/experiment.ts';
import { fromFile } from '../../experiment/format/json.ts';
import { mapMeasure } from '../../measures/statistics.ts';
import { formOf, writeMap, type FormFlags } from '../map/form.ts';
import { writeWhole } from '../output.ts';
import { say } from '../remarks.ts';
import { partsOfMap, sourceOf } from '../sweep/join-parts.ts';

export interface JoinFlags extends FormFlags {
  readonly theory?: boolean;
  readonly theme?: string;
}

/** `ganfield join`: one map from its parts, as one run would have written it. */
export async function runJoin(paths: readonly string[], flags: JoinFlags): Promise<void> {
  const parts = await partsOfMap(paths);
  const { header } = parts[0]!;
  const experiment = withValues(fromFile(header.experiment, compileGame), {
    ...(flags.theory === false && { theory: false }),
    ...(flags.theme !== undefined && { theme: flags.theme }),
  });
  const grid = { width: header.width, height: header.height };
  const plan = { experiment, grid, measures: header.measures.map(mapMeasure), bare: false };
  const form = formOf(flags, plan, true);
  const engine = sourceOf(parts);
  say(`${engine.kind} engine: ${engine.adapter}; ${parts.length} parts`);
  await writeWhole(flags.out, (write) =>
    writeMap(form, { ...plan, engine, write, progress: () => {} }),
  );
}
