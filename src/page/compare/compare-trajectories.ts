import type { Engine } from '../../experiment/engine.ts';
import type { Experiment, Slice } from '../../experiment/experiment.ts';
import { curves, type Curve, type PaneKind } from '../../figure/pane.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { CompareFrame } from './compare-frame.ts';
import { figureEm, FONTS } from '../share/fonts.ts';
import type { Probes } from '../probes/probes.ts';
import { trajectoriesOf } from '../probes/trajectories.ts';

/** The probes' trajectories in the other experiment, on its map and in its flow. */
export interface OtherTrajectories {
  setEngine(engine: Engine): void;
  setExperiment(experiment: Experiment): void;
  draw(slice: Slice, theme: Theme): void;
}

export function otherTrajectories(
  probes: Probes,
  frame: Pick<CompareFrame, 'map' | 'flow'>,
): OtherTrajectories {
  let drawn: { readonly slice: Slice; readonly theme: Theme } | undefined;
  const draw = () => {
    if (!drawn) return;
    const { slice, theme } = drawn;
    const slots = probes.slotsOfTrajectories(trajectories.latest);
    const colours = probeColours(theme);
    const of = (style: Pick<Curve, 'style'>) =>
      trajectories.latest.map((trajectory, i): Curve => ({
        trajectory,
        colour: colours[slots[i]!]!,
        ...style,
      }));
    const into = (kind: PaneKind, lines: readonly Curve[]) => {
      const options = { kind, theme, fonts: FONTS, em: figureEm() };
      frame[kind].drawMarks(curves(slice, frame[kind].box, lines, options));
    };
    into('map', of({ style: 'faint' }));
    into('flow', of({}));
  };
  const trajectories = trajectoriesOf(draw);

  return {
    setEngine: (engine) => trajectories.setEngine(engine),
    setExperiment: (experiment) => trajectories.setExperiment(experiment),
    draw(slice, theme) {
      drawn = { slice, theme };
      draw();
    },
  };
}
