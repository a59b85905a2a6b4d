/** The experiment and steps of each frame of a video: pure. */
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import {
  checkRange,
  withAnimatedValue,
  type ParameterRange,
} from '../experiment/animated-parameter.ts';
import type { PictureContent } from './picture-size.ts';

/** What the dialog asks. */
export interface VideoChoice {
  readonly content: PictureContent;
  /** Undefined: the flow from its start to the horizon. */
  readonly parameterRange: ParameterRange | undefined;
  readonly seconds: number;
  /** Frames a second. */
  readonly rate: number;
  readonly width: number;
  readonly background: 'dark' | 'light';
  readonly file: 'mp4' | 'webm';
}

/** Frames of the live view in a second, at which trails are what they are. */
const LIVE_RATE = 60;

/** Beyond this a video is kept in memory and made for very long. */
export const MAX_FRAMES = 7200;

export interface VideoPlan {
  readonly frames: number;
  /** The experiment of each frame; the very same one over time. */
  experimentAt(frame: number): Experiment;
  /** Steps of the flow that lead to each frame. */
  stepsTo(frame: number): number;
  /** How many frames of the live view one of these stands for. */
  readonly stride: number;
}

/** @throws ChoiceError where an end of the range is invalid for the experiment */
export function videoPlan(experiment: Experiment, choice: VideoChoice): VideoPlan {
  const { parameterRange, seconds, rate } = choice;
  const frames = Math.max(2, Math.round(seconds * rate));
  const stride = Math.max(1, Math.round(LIVE_RATE / rate));
  if (!parameterRange) {
    const steps = numberOf(experiment, 'time') / numberOf(experiment, 'step');
    return {
      frames,
      stride,
      experimentAt: () => experiment,
      stepsTo: (frame) => (frame === 0 ? 0 : steps / (frames - 1)),
    };
  }
  checkRange(experiment, parameterRange);
  return {
    frames,
    stride,
    experimentAt: (frame) => withAnimatedValue(experiment, parameterRange, frame / (frames - 1)),
    stepsTo: () => numberOf(experiment, 'speed') * stride,
  };
}
