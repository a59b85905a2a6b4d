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
import { isPrintFormat, TRACE_FORMATS } from '../formats/map-job.ts';
import { formatOf, refuseTerminal, writeWhole } from '../output.ts';
import { say } from '../remarks.ts';

const MAX_SAMPLES = 1_000_000;

/** Of a curve that looks smooth. */
const SAMPLES = { numbers: 201, figure: 2001 };

/** `ganfield trace`: one trajectory; as a figure, those of all starts that the experiment has. */
export async function runTrace(
  flags: ExperimentFlags & EngineFlags & OutputFlags & { readonly samples?: string },
): Promise<void> {
  const format = formatOf(flags, TRACE_FORMATS, 'json');
  const isFigure = isPrintFormat(format);
  const samples =
    flags.samples === undefined
      ? SAMPLES[isFigure ? 'figure' : 'numbers']
      : wholeNumber('samples', flags.samples, 2, MAX_SAMPLES);
  const asked = await experimentOf(flags);
  const [start] = asked.starts;
  if (format === 'pdf') refuseTerminal(format, flags.out);
  if (!start) throw new UsageError('missing init: the experiment has no start, say --init a,b,c,d');
  const experiment = isFigure ? asked : { ...asked, starts: [start] };
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, async (engine) => {
      remarkOnTolerance(engine, experiment);
      const trajectories = await engine.trace(experiment, experiment.starts, samples);
      const [trajectory] = trajectories;
      const { length } = trajectory!.times;
      if (length < samples && !isFigure) {
        say(
          `${length} samples instead of ${samples}: a rule has no states between its ${length - 1} steps`,
        );
      }
      if (isFigure) {
        const { writeTraceFigure } = await import('../formats/trace-figure.ts');
        return writeTraceFigure(write, format, experiment, engine, trajectories);
      }
      const text =
        format === 'csv' ? trajectoryCsv(trajectory!) : asJson(experiment, engine, trajectory!);
      return write(text);
    }),
  );
}

function asJson(experiment: Experiment, { kind, adapter }: Engine, trajectory: Trajectory): string {
  const fields = { experiment: toFile(experiment), engine: kind, adapter, columns: FILE_COLUMNS };
  const rows = trajectoryRows(trajectory).map((row) => `    [${row.map(jsonNumber).join(', ')}]`);
  return `{\n  ${jsonFields(fields)},\n  "rows": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
