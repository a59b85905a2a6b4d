import { mapOf, type Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { LabelCounts } from '../../figure/legend/label-counts.ts';
import { SAMPLE_SIDE, scaleFor, type ColourScale } from '../../figure/colour/colour-scale.ts';
import { layoutFigure, type Figure, type FigureSpec } from '../../figure/figure.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import { BACKGROUND, cssOf } from '../../figure/colour/theme.ts';
import type { OfflineFlowRenderer } from '../../gpu/flow/offline-flow.ts';
import { drawMap, drawPixels, drawSvg } from './figure-canvas.ts';
import { flowNote } from '../panes/flow-pane.ts';
import { FONTS } from '../ui/fonts.ts';
import type { Scene } from './picture-maker.ts';
import type { ViewSet } from '../views/view-set.ts';
import type { VideoChoice, VideoPlan } from '../../figure/video-plan.ts';
import { translate } from '../messages/messages.ts';
import { remarkOf } from '../../experiment/engine.ts';

/** The frames of a video, drawn in their order on one canvas. */
export interface VideoFrames {
  readonly canvas: OffscreenCanvas;
  draw(frame: number): Promise<void>;
  destroy(): void;
}

/** Fractions of the range whose maps determine the colour scale. */
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];

/** Samples of a trajectory, enough for a smooth curve. */
const TRAJECTORY_SAMPLES = 1500;

export async function openVideoFrames(
  scene: Scene,
  choice: VideoChoice,
  plan: VideoPlan,
  signal: AbortSignal,
): Promise<VideoFrames> {
  const { viewSet, store, slots } = scene;
  const { engine } = viewSet;
  const { experiment: original } = store;
  const { background, content } = choice;
  const kinds = content === 'both' ? (['map', 'flow'] as const) : [content];
  const scale = await scaleOfAll(viewSet, choice, plan, signal);
  const colours = slots.map((slot) => probeColours(background)[slot]!);
  const specOf = (
    experiment: Experiment,
    time: number,
    trajectories: readonly Trajectory[],
  ): FigureSpec => ({
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
    size: { width: choice.width },
    theme: background,
    fonts: FONTS,
    translate,
    remarks: [translate(remarkOf(engine))],
  });

  // Captions of other values may take a line more, but a video keeps its size.
  const first = layoutFigure(specOf(plan.experimentAt(0), 0, []));
  const heights = Array.from(
    { length: plan.frames },
    (_, i) => layoutFigure(specOf(plan.experimentAt(i), 0, [])).height,
  );
  const canvas = new OffscreenCanvas(even(first.width), even(Math.max(...heights)));
  const context = canvas.getContext('2d', { alpha: false })!;
  const place = (kind: 'map' | 'flow') => first.panes[kinds.findIndex((name) => name === kind)];
  const [mapPlace, flowPlace] = [place('map'), place('flow')];

  let offlineFlow: OfflineFlowRenderer | undefined;
  if (flowPlace && viewSet.openOfflineFlow) {
    const side = flowPlace.width;
    offlineFlow = await viewSet.openOfflineFlow({
      experiment: plan.experimentAt(0),
      side,
      theme: background,
      scale,
    });
  }
  /** The map of all frames over time. */
  let staticMap: OffscreenCanvas | undefined;
  let labelCounts: LabelCounts | undefined;
  let trajectories: readonly Trajectory[] = scene.trajectories;

  const drawMapOf = async (experiment: Experiment) => {
    if (!mapPlace) return;
    if (!staticMap || choice.parameterRange) {
      staticMap ??= new OffscreenCanvas(mapPlace.width, mapPlace.height);
      const own = { x: 0, y: 0, width: mapPlace.width, height: mapPlace.height };
      const source = { experiment, engine, scale };
      labelCounts = await drawMap(staticMap.getContext('2d')!, own, source, signal, () => {});
    }
    context.drawImage(staticMap, mapPlace.x, mapPlace.y);
  };
  const drawFlowOf = async (experiment: Experiment, frame: number) => {
    if (!offlineFlow || !flowPlace) return;
    if (choice.parameterRange && frame > 0) await offlineFlow.setExperiment(experiment);
    await offlineFlow.advance(plan.stepsTo(frame), plan.stride);
    drawPixels(context, flowPlace, await offlineFlow.pixels(), flowPlace.width);
  };

  return {
    canvas,
    async draw(frame) {
      const experiment = plan.experimentAt(frame);
      context.fillStyle = cssOf(BACKGROUND[background]);
      context.fillRect(0, 0, canvas.width, canvas.height);
      await drawMapOf(experiment);
      signal.throwIfAborted();
      await drawFlowOf(experiment, frame);
      if (choice.parameterRange && flowPlace) {
        trajectories = await engine.trace(experiment, original.starts, TRAJECTORY_SAMPLES);
      }
      const time = offlineFlow?.time ?? 0;
      const shown =
        choice.parameterRange || !offlineFlow
          ? trajectories
          : trajectories.map((trajectory) => upTo(trajectory, time));
      const spec = specOf(experiment, time, shown);
      const figure: Figure = layoutFigure({ ...spec, ...(labelCounts && { labelCounts }) });
      await drawSvg(context, figure.svg, figure.width, figure.height);
    },
    destroy: () => offlineFlow?.destroy(),
  };
}

/** One scale for all frames: a colour means the same from the first to the last. */
async function scaleOfAll(
  { engine }: ViewSet,
  { parameterRange, background }: VideoChoice,
  { frames, experimentAt }: VideoPlan,
  signal: AbortSignal,
): Promise<ColourScale> {
  const sides = { width: SAMPLE_SIDE, height: SAMPLE_SIDE };
  const rows: number[] = [];
  for (const fraction of parameterRange ? SAMPLES : [0]) {
    const experiment = experimentAt(Math.round(fraction * (frames - 1)));
    for (const value of await mapOf(engine, experiment, sides, { signal })) rows.push(value);
  }
  return scaleFor(experimentAt(0), rows, background);
}

/** The part of a trajectory that is over at a time. */
function upTo({ start, times, samples }: Trajectory, time: number): Trajectory {
  const width = samples.length / times.length;
  const after = times.findIndex((t) => t > time);
  const count = after < 0 ? times.length : Math.max(1, after);
  return { start, times: times.subarray(0, count), samples: samples.subarray(0, width * count) };
}

/** Encoders take even sizes only. */
function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}
