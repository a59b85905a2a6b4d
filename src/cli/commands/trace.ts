import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import {
  FILE_COLUMNS,
  trajectoryCsv,
  trajectoryRows,
} from '../../experiment/format/trajectory-csv.ts';
import { experimentOf, wholeNumber } from '../choices.ts';
import { remarkOnTolerance, withEngine } from '../engines.ts';
import { UsageError } from '../errors.ts';
import type { EngineFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { jsonFields, jsonNumber } from '../formats/json.ts';
import { formatOf, writeWhole } from '../output.ts';
import { say } from '../remarks.ts';

const MAX_SAMPLES = 1_000_000;

/** `ganfield trace`: one trajectory. */
export async function runTrace(
  flags: ExperimentFlags & EngineFlags & OutputFlags & { readonly samples: string },
): Promise<void> {
  const samples = wholeNumber('samples', flags.samples, 2, MAX_SAMPLES);
  const format = formatOf(flags, ['json', 'csv'], 'json');
  const asked = await experimentOf(flags);
  const [start] = asked.starts;
  if (!start) throw new UsageError('missing init: the experiment has no start, say --init a,b,c,d');
  const experiment = { ...asked, starts: [start] };
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, async (engine) => {
      remarkOnTolerance(engine, experiment);
      const [trajectory] = await engine.trace(experiment, [start], samples);
      const { length } = trajectory!.times;
      if (length < samples) {
        say(
          `${length} samples instead of ${samples}: a rule has no states between its ${length - 1} steps`,
        );
      }
      const text =
        format === 'csv' ? trajectoryCsv(trajectory!) : asJson(experiment, engine, trajectory!);
      await write(text);
    }),
  );
}

function asJson(experiment: Experiment, { kind, adapter }: Engine, trajectory: Trajectory): string {
  const fields = { experiment: toFile(experiment), engine: kind, adapter, columns: FILE_COLUMNS };
  const rows = trajectoryRows(trajectory).map((row) => `    [${row.map(jsonNumber).join(', ')}]`);
  return `{\n  ${jsonFields(fields)},\n  "rows": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
