import type { Engine, Trace } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { FILE_COLUMNS, traceCsv, traceRows } from '../../experiment/format/trace-csv.ts';
import { experimentOf, wholeNumber } from '../choices.ts';
import { withEngine } from '../engines.ts';
import { UsageError } from '../errors.ts';
import type { EngineFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { jsonFields, jsonNumber } from '../formats/json.ts';
import { formatOf, writeWhole } from '../output.ts';

const MOST_SAMPLES = 1_000_000;

/** `ganfield trace`: one trajectory. */
export async function runTrace(
  flags: ExperimentFlags & EngineFlags & OutputFlags & { readonly samples: string },
): Promise<void> {
  const samples = wholeNumber('samples', flags.samples, 2, MOST_SAMPLES);
  const format = formatOf(flags, ['json', 'csv'], 'json');
  const asked = await experimentOf(flags);
  const [start] = asked.starts;
  if (!start) throw new UsageError('missing init: the experiment has no start, say --init a,b,c,d');
  const experiment = { ...asked, starts: [start] };
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, async (engine) => {
      const [trace] = await engine.trace(experiment, [start], samples);
      const text = format === 'csv' ? traceCsv(trace!) : asJson(experiment, engine, trace!);
      await write(text);
    }),
  );
}

function asJson(experiment: Experiment, { kind, adapter }: Engine, trace: Trace): string {
  const fields = { experiment: toFile(experiment), engine: kind, adapter, columns: FILE_COLUMNS };
  const rows = traceRows(trace).map((row) => `    [${row.map(jsonNumber).join(', ')}]`);
  return `{\n  ${jsonFields(fields)},\n  "rows": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
