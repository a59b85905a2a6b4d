import { TRACE_COLUMNS, type Trace } from '../engine.ts';

/** The columns of a trace in files. */
export const FILE_COLUMNS = ['t', ...TRACE_COLUMNS];

/** Samples as rows of `FILE_COLUMNS`. */
export function traceRows({ times, samples }: Trace): readonly (readonly number[])[] {
  const width = TRACE_COLUMNS.length;
  return Array.from(times, (time, i) => [time, ...samples.subarray(width * i, width * (i + 1))]);
}

/** A header line, then a line for each sample. */
export function traceCsv(trace: Trace): string {
  return [FILE_COLUMNS, ...traceRows(trace)].map((row) => `${row.join(',')}\n`).join('');
}
