import type { Engine } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Grid } from '../../experiment/grid.ts';
import type { PixelSource } from '../../experiment/pixels.ts';
import type { MapMeasure } from '../../measures/statistics.ts';
import type { Boundary } from '../map/boundary.ts';
import type { Write } from '../output.ts';

/** All that a writer of maps needs. */
export interface MapJob {
  readonly engine: Engine | PixelSource;
  readonly experiment: Experiment;
  readonly grid: Grid;
  readonly measures: readonly MapMeasure[];
  readonly write: Write;
  readonly progress: (fraction: number) => void;
  /** Where its dimension is asked for. */
  readonly boundary?: Boundary | undefined;
}

/** The endings of files that `ganfield map` writes. */
export const MAP_FORMATS = ['png', 'svg', 'pdf', 'npy', 'json', 'csv'] as const;

export type MapFormat = (typeof MAP_FORMATS)[number];

/** The endings of files that `ganfield trace` writes. */
export const TRACE_FORMATS = ['json', 'csv', 'svg', 'pdf'] as const;

/** Figures for papers. */
export type PrintFormat = 'svg' | 'pdf';

export function isPrintFormat(format: string): format is PrintFormat {
  return format === 'svg' || format === 'pdf';
}
