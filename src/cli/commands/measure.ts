import { COLUMNS, type Engine, type Results } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { MEASURES, type Measure } from '../../measures/index.ts';
import { inPieces } from '../../experiment/bands.ts';
import { experimentOf, measuresOf } from '../choices.ts';
import { remarkOnTolerance, withEngine } from '../engines.ts';
import type { EngineFlags, ExperimentFlags, OutputFlags } from '../flags.ts';
import { readInits } from '../inits.ts';
import { basinsJson, jsonFields, jsonValue, valueText } from '../formats/json.ts';
import { formatOf, writeWhole, type Write } from '../output.ts';
import { withProgress } from '../progress.ts';

/** `ganfield measure`: given initial conditions. */
export async function runMeasure(
  flags: ExperimentFlags &
    EngineFlags &
    OutputFlags & { readonly inits: string; readonly measure?: string },
): Promise<void> {
  const format = formatOf(flags, ['json', 'csv'], 'json');
  const measures = measuresOf(flags.measure);
  const experiment = await experimentOf(flags);
  const starts = await readInits(flags.inits);
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, (engine) => {
      remarkOnTolerance(engine, experiment);
      return withProgress((progress) => {
        const pieces = inPieces(
          engine,
          experiment,
          starts,
          measures.map(({ id }) => id),
          progress,
        );
        return format === 'csv'
          ? writeCsv(write, measures, pieces)
          : writeJson(write, experiment, engine, measures, pieces);
      });
    }),
  );
}

async function writeCsv(
  write: Write,
  measures: readonly Measure[],
  pieces: AsyncIterable<Results>,
): Promise<void> {
  await write(`${measures.map(({ id }) => id).join(',')}\n`);
  for await (const results of pieces) {
    const rows = rowsOf(results, measures, (measure, value) => valueText(measure, value, String));
    await write(rows.map((row) => `${row.join(',')}\n`).join(''));
  }
}

async function writeJson(
  write: Write,
  experiment: Experiment,
  { kind, adapter }: Engine,
  measures: readonly Measure[],
  pieces: AsyncIterable<Results>,
): Promise<void> {
  const columns = measures.map(({ id }) => id);
  const fields = { experiment: toFile(experiment), engine: kind, adapter, columns };
  const basins = basinsJson(experiment, measures);
  await write(`{\n  ${jsonFields(fields)},\n  ${basins}"rows": [`);
  let separator = '\n';
  for await (const results of pieces) {
    const rows = rowsOf(results, measures, jsonValue);
    await write(separator + rows.map((row) => `    [${row.join(', ')}]`).join(',\n'));
    separator = ',\n';
  }
  await write('\n  ]\n}\n');
}

function rowsOf(
  results: Results,
  measures: readonly Measure[],
  text: (measure: Measure, value: number) => string,
): readonly (readonly string[])[] {
  const columns = measures.map((measure) => MEASURES.indexOf(measure));
  return Array.from({ length: results.length / COLUMNS }, (_, i) =>
    measures.map((measure, j) => text(measure, results[COLUMNS * i + columns[j]!]!)),
  );
}
