/** Trajectories as a figure. */
import { phasePortraitOf } from '../cpu/phase-plane/index.ts';
import { remarkOf, type Engine, type Trajectory } from '../experiment/engine.ts';
import { withValues, type Experiment } from '../experiment/experiment.ts';
import { toFile } from '../experiment/format/json.ts';
import { probeColours } from '../figure/colour/probe-colours.ts';
import type { Fonts } from '../figure/colour/theme.ts';
import { trajectoryPlot } from '../figure/plot/trajectory-plot.ts';
import { titleOf } from '../figure/text/caption.ts';
import { startsText } from '../figure/text/starts-text.ts';
import { trajectoriesFigure } from '../figure/trajectories-figure.ts';
import { englishOf } from '../models/message.ts';
import { printTheme, type VectorFigure } from './map-figure.ts';

/**
 * Trajectories in the plane, and beside it what the experiment plots over time: the figure that the
 * page saves, in pixels of CSS, with its experiment.
 * @param trajectories of the experiment's `starts`, in their order
 */
export function drawTrajectoriesFigure(
  asked: Experiment,
  engine: Engine,
  trajectories: readonly Trajectory[],
  fonts: Fonts,
): VectorFigure {
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
    portrait: phasePortraitOf(experiment),
    plots: [1, 2].map((number) => trajectoryPlot(experiment, number, drawn)),
    theme,
    fonts,
    remarks: [...startsText(experiment.slice, experiment.starts), englishOf(remarkOf(engine))],
    metadata: carried,
  });
  return { svg, title: titleOf(experiment), experiment: carried };
}
