import { theoryRemarks } from '../../../cpu/theory-lines.ts';
import { remarkOf, type Engine, type Trajectory } from '../../../experiment/engine.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import type { PhasePortrait } from '../../../experiment/theory/phase-plane.ts';
import { NO_LINES, type ShownTheory } from '../../../experiment/theory/theory-line.ts';
import type { ColourScale } from '../../../figure/colour/colour-scale.ts';
import { probeColours } from '../../../figure/colour/probe-colours.ts';
import { layoutFigure, type Figure, type FigureSpec } from '../../../figure/figure.ts';
import type { LabelCounts } from '../../../figure/legend/label-counts.ts';
import type { PaneKind } from '../../../figure/pane-geometry.ts';
import type { Rectangle } from '../../../figure/rectangle.ts';
import type { VideoChoice, VideoPlan } from '../../../figure/video-plan.ts';
import { translate } from '../../messages/messages.ts';
import { flowNote } from '../../panes/flow-pane.ts';
import { FONTS } from '../../ui/fonts.ts';
import type { Scene } from '../picture-maker.ts';

/** What changes from frame to frame. */
interface FrameState {
  readonly experiment: Experiment;
  /** Of the flow. */
  readonly time: number;
  readonly trajectories: readonly Trajectory[];
  /** Undefined before a map is drawn. */
  readonly labelCounts?: LabelCounts | undefined;
  /** Over the map. */
  readonly theory?: ShownTheory | undefined;
  /** Over the panes of the phase plane. */
  readonly portrait?: PhasePortrait | undefined;
}

/** The size of a video, the places of its panes, and the figure around them. */
export interface VideoLayout {
  readonly width: number;
  readonly height: number;
  /** Undefined where the video shows no such pane. */
  readonly mapPlace: Rectangle | undefined;
  readonly flowPlace: Rectangle | undefined;
  figureOf(state: FrameState): Figure;
}

/** @param scale the colours of all frames */
export function videoLayout(
  { slots }: Pick<Scene, 'slots'>,
  engine: Engine,
  { background, content, width }: VideoChoice,
  plan: VideoPlan,
  scale: ColourScale,
): VideoLayout {
  const kinds: readonly PaneKind[] = content === 'both' ? ['map', 'flow'] : [content];
  const colours = slots.map((slot) => probeColours(background)[slot]!);
  const specOf = ({
    experiment,
    time,
    trajectories,
    labelCounts,
    theory = NO_LINES,
    portrait,
  }: FrameState): FigureSpec => ({
    experiment,
    scale,
    panes: kinds.map((kind) =>
      kind === 'map'
        ? { kind }
        : {
            kind,
            note: flowNote(experiment, time),
            curves: trajectories.map((trajectory, i) => ({ trajectory, colour: colours[i]! })),
          },
    ),
    size: { width },
    theme: background,
    fonts: FONTS,
    translate,
    theory,
    ...portrait,
    remarks: [
      ...(kinds.includes('map') ? theoryRemarks(experiment, translate) : []),
      translate(remarkOf(engine)),
    ],
    ...(labelCounts && { labelCounts }),
  });
  const figureOf = (state: FrameState) => layoutFigure(specOf(state));
  const emptyFigureOf = (frame: number) =>
    figureOf({ experiment: plan.experimentAt(frame), time: 0, trajectories: [] });

  // Captions of other values may take a line more, but a video keeps its size.
  const first = emptyFigureOf(0);
  const heights = Array.from({ length: plan.frames }, (_, i) => emptyFigureOf(i).height);
  return {
    width: even(first.width),
    height: even(Math.max(...heights)),
    mapPlace: first.panes[kinds.indexOf('map')],
    flowPlace: first.panes[kinds.indexOf('flow')],
    figureOf,
  };
}

/** Encoders take even sizes only. */
function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}
