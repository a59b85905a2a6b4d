import { bandsOf, type Band } from '../../experiment/bands.ts';
import type { Results } from '../../experiment/engine.ts';
import { compileGame } from '../../game/compile-game.ts';
import { withValues } from '../../experiment/experiment.ts';
import { fromFile } from '../../experiment/format/json.ts';
import { mapMeasure } from '../../measures/statistics.ts';
import { measuresOf } from '../choices.ts';
import { UsageError } from '../errors.ts';
import { STATES_FORMATS, writeStates } from '../formats/measured-states.ts';
import { formOf, writeMap, type FormFlags } from '../map/form.ts';
import { formatOf, writeWhole } from '../output.ts';
import { say } from '../remarks.ts';
import { partsOf, sourceOf } from '../sweep/join-parts.ts';
import type { Part } from '../sweep/part.ts';

export interface JoinFlags extends FormFlags {
  readonly theory?: boolean;
  readonly theme?: string;
}

/** `ganfield join`: a map, or what was measured, from its parts, as one run would have written it. */
export async function runJoin(paths: readonly string[], flags: JoinFlags): Promise<void> {
  const parts = await partsOf(paths);
  return parts[0]!.header.inits === undefined ? joinMap(parts, flags) : joinStates(parts, flags);
}

async function joinMap(parts: readonly Part[], flags: JoinFlags): Promise<void> {
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

async function joinStates(parts: readonly Part[], flags: JoinFlags): Promise<void> {
  const { out, format: _, ...others } = flags;
  for (const [name, value] of Object.entries(others)) {
    if (value === undefined || (name === 'theory' && value === true)) continue;
    throw new UsageError(`invalid ${name}: initial conditions have no picture; use json or csv`);
  }
  const format = formatOf(flags, STATES_FORMATS, 'json');
  const { experiment: saved, width, height, measures: ids } = parts[0]!.header;
  const experiment = fromFile(saved, compileGame);
  const engine = sourceOf(parts);
  const measures = measuresOf(ids.join());
  const bands = bandsOf(
    engine,
    experiment,
    { width, height },
    { measures: ids, progress: () => {} },
  );
  say(`${engine.kind} engine: ${engine.adapter}; ${parts.length} parts`);
  await writeWhole(out, (write) =>
    writeStates(format, write, { experiment, engine, measures, pieces: resultsOf(bands) }),
  );
}

async function* resultsOf(bands: AsyncIterable<Band>): AsyncGenerator<Results> {
  for await (const { results } of bands) yield results;
}
