/** Writes what was measured of given initial conditions, a row each. */
import { COLUMNS, type Engine, type Results } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { MEASURES, type Measure } from '../../measures/index.ts';
import type { Write } from '../output.ts';
import { basinsJson, jsonFields, jsonValue, valueText } from './json.ts';

export const STATES_FORMATS = ['json', 'csv'] as const;

export type StatesFormat = (typeof STATES_FORMATS)[number];

export interface MeasuredStates {
  readonly experiment: Experiment;
  readonly engine: Pick<Engine, 'kind' | 'adapter'>;
  readonly measures: readonly Measure[];
  /** Of the initial conditions, piece by piece in their order. */
  readonly pieces: AsyncIterable<Results>;
}

export function writeStates(
  format: StatesFormat,
  write: Write,
  states: MeasuredStates,
): Promise<void> {
  return format === 'csv' ? writeCsv(write, states) : writeJson(write, states);
}

async function writeCsv(write: Write, { measures, pieces }: MeasuredStates): Promise<void> {
  await write(`${measures.map(({ id }) => id).join(',')}\n`);
  for await (const results of pieces) {
    const rows = rowsOf(results, measures, (measure, value) => valueText(measure, value, String));
    await write(rows.map((row) => `${row.join(',')}\n`).join(''));
  }
}

async function writeJson(
  write: Write,
  { experiment, engine: { kind, adapter }, measures, pieces }: MeasuredStates,
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
