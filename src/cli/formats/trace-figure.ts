import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { POINTS_IN_PIXEL } from '../../figure/trajectories-figure.ts';
import { drawTrajectoriesFigure } from '../../library/trajectories-figure.ts';
import type { Write } from '../output.ts';
import type { PrintFormat } from './map-job.ts';
import { writeVectors } from './print.ts';
import { FONTS } from './raster.ts';

/** Writes trajectories as the figure that the page saves, which carries its experiment. */
export async function writeTraceFigure(
  write: Write,
  format: PrintFormat,
  experiment: Experiment,
  engine: Engine,
  trajectories: readonly Trajectory[],
): Promise<void> {
  const figure = drawTrajectoriesFigure(experiment, engine, trajectories, FONTS);
  await writeVectors(write, format, { ...figure, scale: POINTS_IN_PIXEL });
}
