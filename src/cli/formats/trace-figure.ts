import { remarkOf, type Engine, type Trajectory } from '../../experiment/engine.ts';
import { withValues, type Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import { trajectoryPlot } from '../../figure/plot/trajectory-plot.ts';
import { titleOf } from '../../figure/text/caption.ts';
import { startsText } from '../../figure/text/starts-text.ts';
import { POINTS_IN_PIXEL, trajectoriesFigure } from '../../figure/trajectories-figure.ts';
import { englishOf } from '../../models/message.ts';
import type { Write } from '../output.ts';
import type { PrintFormat } from './map-job.ts';
import { printTheme, writeVectors } from './print.ts';
import { FONTS } from './raster.ts';

/** Writes trajectories as the figure that the page saves, which carries its experiment. */
export async function writeTraceFigure(
  write: Write,
  format: PrintFormat,
  asked: Experiment,
  engine: Engine,
  trajectories: readonly Trajectory[],
): Promise<void> {
  const theme = printTheme(asked);
  const experiment = withValues(asked, { theme });
  const drawn = trajectories.map((trajectory, i) => ({
    trajectory,
    colour: probeColours(theme)[i]!,
    reference: undefined,
    active: i === 0,
    ...(trajectories.length > 1 && { number: i + 1 }),
  }));
  const carried = JSON.stringify(toFile(experiment));
  const svg = trajectoriesFigure({
    experiment,
    curves: drawn,
    plots: [1, 2].map((number) => trajectoryPlot(experiment, number, drawn)),
    theme,
    fonts: FONTS,
    remarks: [...startsText(experiment.slice, experiment.starts), englishOf(remarkOf(engine))],
    metadata: carried,
  });
  const title = titleOf(experiment);
  await writeVectors(write, format, { svg, title, experiment: carried, scale: POINTS_IN_PIXEL });
}
