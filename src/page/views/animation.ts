import { numberOf } from '../../experiment/experiment.ts';
import { ChoiceError } from '../../experiment/schema.ts';
import {
  checkRange,
  animatableParameters,
  withAnimatedValue,
  type ParameterRange,
} from '../../experiment/animated-parameter.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import type { Store } from '../app/store.ts';

/** How a parameter goes through its range. */
export type AnimationMode = 'back' | 'loop' | 'once';

export interface AnimationChoice extends ParameterRange {
  /** From one end to the other. */
  readonly seconds: number;
  readonly mode: AnimationMode;
}

/** One parameter on its way through a range, and with it everything that reads the experiment. */
export interface Animation {
  readonly choice: AnimationChoice;
  readonly playing: boolean;
  /** The present store update is a step of the animation, and not its first. */
  readonly isContinuation: boolean;
  set(changes: Partial<AnimationChoice>): void;
  /** Another parameter, in a range that suits it. */
  choose(name: string): void;
  toggle(): void;
  pause(): void;
  /** Once per animation frame, with the seconds since the last one. */
  tick(seconds: number): void;
}

interface Dependencies {
  readonly store: Store;
  /** The choice has changed, or whether it plays. */
  onChange(): void;
  onRefused(message: string): void;
}

export function animationOf({ store, onChange, onRefused }: Dependencies): Animation {
  const first = animatableParameters(store.experiment)[0]!;
  let choice = choiceFor(first, numberOf(store.experiment, first.name));
  let playing = false;
  /** In lengths of the range. */
  let phase = 0;
  let isOwnUpdate = false;
  let hasRecorded = false;

  const parameterOf = (name: string) =>
    animatableParameters(store.experiment).find((parameter) => parameter.name === name);
  const choose = (name: string) => {
    const parameter = parameterOf(name);
    if (!parameter) return;
    const { seconds, mode } = choice;
    choice = { ...choiceFor(parameter, numberOf(store.experiment, name)), seconds, mode };
    setPlaying(false);
  };
  const setPlaying = (next: boolean) => {
    playing = next;
    hasRecorded = false;
    onChange();
  };

  store.subscribe((experiment, previous) => {
    if (isOwnUpdate) return;
    if (!parameterOf(choice.name)) choose(animatableParameters(experiment)[0]!.name);
    // A change by the user pauses the animation.
    else if (experiment.values[choice.name] !== previous.values[choice.name] && playing) {
      setPlaying(false);
    }
  });

  return {
    get choice() {
      return choice;
    },
    get playing() {
      return playing;
    },
    get isContinuation() {
      return isOwnUpdate && hasRecorded;
    },
    set(changes) {
      choice = { ...choice, ...changes };
      onChange();
    },
    choose,
    toggle() {
      if (playing) {
        setPlaying(false);
        return;
      }
      try {
        checkRange(store.experiment, choice);
      } catch (error) {
        if (!(error instanceof ChoiceError)) throw error;
        onRefused(error.message);
        return;
      }
      phase = fractionOf(choice, numberOf(store.experiment, choice.name), parameterOf(choice.name));
      if (choice.mode === 'once' && phase >= 1) phase = 0;
      setPlaying(true);
    },
    pause() {
      if (playing) setPlaying(false);
    },
    tick(seconds) {
      if (!playing) return;
      phase += seconds / choice.seconds;
      const before = store.experiment;
      const next = withAnimatedValue(before, choice, fractionAt(choice.mode, phase));
      if (next.values[choice.name] !== before.values[choice.name]) {
        isOwnUpdate = true;
        store.update(next);
        isOwnUpdate = false;
        hasRecorded = true;
      }
      if (choice.mode === 'once' && phase >= 1) setPlaying(false);
    },
  };
}

/** A range to begin with: around the value where the slider moves by ratios, else all of it. */
function choiceFor(parameter: NumberParameter, value: number): AnimationChoice {
  const { name, min, max, logarithmic } = parameter;
  const near = logarithmic === true && value > 0;
  return {
    name,
    from: near ? Math.max(min, Number((value / 4).toPrecision(2))) : min,
    to: near ? Math.min(max, Number((value * 4).toPrecision(2))) : max,
    seconds: 12,
    mode: 'back',
  };
}

/** Where in the range, from 0 to 1. */
function fractionAt(mode: AnimationMode, phase: number): number {
  if (mode === 'once') return Math.min(1, phase);
  if (mode === 'loop') return phase % 1;
  const there = phase % 2;
  return there <= 1 ? there : 2 - there;
}

/** Where a value lies in the range; 0 where it lies outside. */
function fractionOf(
  { from, to }: ParameterRange,
  value: number,
  parameter: NumberParameter | undefined,
): number {
  const byRatio = parameter?.logarithmic === true && from > 0 && to > 0 && value > 0;
  const fraction = byRatio
    ? Math.log(value / from) / Math.log(to / from)
    : (value - from) / (to - from);
  return fraction >= 0 && fraction <= 1 ? fraction : 0;
}
