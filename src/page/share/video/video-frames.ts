import type { Engine, Trajectory } from '../../../experiment/engine.ts';
import { mapOf } from '../../../experiment/pixels.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { SAMPLE_SIDE, scaleFor, type ColourScale } from '../../../figure/colour/colour-scale.ts';
import { BACKGROUND, cssOf } from '../../../figure/colour/theme.ts';
import type { VideoChoice, VideoPlan } from '../../../figure/video-plan.ts';
import type { ViewSet } from '../../views/view-set.ts';
import { portraitFinder } from '../../shell/phase-portrait.ts';
import { drawSvg } from '../figure-canvas.ts';
import type { Scene } from '../picture-maker.ts';
import { videoLayout, type VideoLayout } from './video-layout.ts';
import { openVideoTheory } from './video-theory.ts';
import { VideoFlow, VideoMap } from './video-panes.ts';

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
  const { experiment: present } = scene.store;
  // Below float32's steps the map is float64's, as on the page.
  const engine = await scene.viewSet.engineFor(present);
  const { starts } = present;
  const { background } = choice;
  const isStatic = choice.parameterRange === undefined;
  const scale = await scaleOfAll(engine, choice, plan, signal);
  const layout = videoLayout(scene, engine, choice, plan, scale);
  const { mapPlace, flowPlace } = layout;
  const canvas = new OffscreenCanvas(layout.width, layout.height);
  const context = canvas.getContext('2d', { alpha: false })!;
  const map = mapPlace && new VideoMap(mapPlace, { engine, scale }, isStatic, signal);
  const flow = await openFlow(scene.viewSet, layout, choice, plan, scale);
  const theory = mapPlace && openVideoTheory(engine, signal);
  const portraitOf = framePortraits(signal);

  let { trajectories } = scene;
  /** Those of the latest frame, whose flow is drawn. */
  const trajectoriesOf = async (experiment: Experiment) => {
    if (isStatic) return flow ? trajectories.map((one) => upTo(one, flow.time)) : trajectories;
    if (flowPlace) trajectories = await engine.trace(experiment, starts, TRAJECTORY_SAMPLES);
    return trajectories;
  };

  return {
    canvas,
    async draw(frame) {
      const experiment = plan.experimentAt(frame);
      context.fillStyle = cssOf(BACKGROUND[background]);
      context.fillRect(0, 0, canvas.width, canvas.height);
      await map?.draw(context, experiment);
      signal.throwIfAborted();
      await flow?.draw(context, experiment, frame);
      const figure = layout.figureOf({
        experiment,
        trajectories: await trajectoriesOf(experiment),
        time: flow?.time ?? 0,
        labelCounts: map?.labelCounts,
        theory: await theory?.of(experiment),
        portrait: await portraitOf(experiment),
      });
      await drawSvg(context, figure.svg, figure.width, figure.height);
    },
    destroy() {
      flow?.destroy();
      theory?.destroy();
    },
  };
}

/** Frames that share an experiment share its phase portrait. */
function framePortraits(signal: AbortSignal) {
  const find = portraitFinder(() => !signal.aborted);
  let latest: { readonly experiment: Experiment; readonly portrait: ReturnType<typeof find> };
  return (experiment: Experiment) => {
    if (latest?.experiment !== experiment) latest = { experiment, portrait: find(experiment) };
    return latest.portrait;
  };
}

/** Undefined where the video shows no flow, or the views have none. */
async function openFlow(
  viewSet: ViewSet,
  { flowPlace }: VideoLayout,
  { background, parameterRange }: VideoChoice,
  plan: VideoPlan,
  scale: ColourScale,
): Promise<VideoFlow | undefined> {
  if (!flowPlace || !viewSet.openOfflineFlow) return undefined;
  const renderer = await viewSet.openOfflineFlow({
    experiment: plan.experimentAt(0),
    side: flowPlace.width,
    theme: background,
    scale,
  });
  return new VideoFlow(flowPlace, renderer, plan, parameterRange === undefined);
}

/** One scale for all frames: a colour means the same from the first to the last. */
async function scaleOfAll(
  engine: Engine,
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
function upTo({ start, kind, times, samples }: Trajectory, time: number): Trajectory {
  const width = samples.length / times.length;
  const after = times.findIndex((t) => t > time);
  const count = after < 0 ? times.length : Math.max(1, after);
  return {
    start,
    kind,
    times: times.subarray(0, count),
    samples: samples.subarray(0, width * count),
  };
}
