import { TRAJECTORY_COLUMNS, type Trajectory } from '../engine.ts';

/** The columns of a trajectory in files. */
export const FILE_COLUMNS = ['t', ...TRAJECTORY_COLUMNS];

/** Samples as rows of `FILE_COLUMNS`. */
export function trajectoryRows({ times, samples }: Trajectory): readonly (readonly number[])[] {
  const width = TRAJECTORY_COLUMNS.length;
  return Array.from(times, (time, i) => [time, ...samples.subarray(width * i, width * (i + 1))]);
}

/** A header line, then a line for each sample. */
export function trajectoryCsv(trajectory: Trajectory): string {
  return [FILE_COLUMNS, ...trajectoryRows(trajectory)].map((row) => `${row.join(',')}\n`).join('');
}
