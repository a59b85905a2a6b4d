import { numberOf } from '../../experiment/experiment.ts';
import { ChoiceError } from '../../experiment/schema.ts';
import { checkSweep, sweepable, sweptTo, type Sweep } from '../../experiment/animated-parameter.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import type { Store } from '../app/store.ts';

/** How a parameter goes through its range. */
export type Way = 'back' | 'loop' | 'once';

export interface AnimationChoice extends Sweep {
  /** From one end to the other. */
  readonly seconds: number;
  readonly way: Way;
}

/** One parameter on its way through a range, and with it everything that reads the experiment. */
export interface Animation {
  readonly choice: AnimationChoice;
  readonly playing: boolean;
  /** The store is told of a step of it, and not of the first since it plays. */
  readonly goesOn: boolean;
  set(changes: Partial<AnimationChoice>): void;
  /** Another parameter, in a range that suits it. */
  choose(name: string): void;
  toggle(): void;
  pause(): void;
  /** Once per animation frame, with the seconds since the last one. */
  tick(seconds: number): void;
}

interface Setting {
  readonly store: Store;
  /** The choice has changed, or whether it plays. */
  onChange(): void;
  onRefused(message: string): void;
}

export function animationOf({ store, onChange, onRefused }: Setting): Animation {
  const first = sweepable(store.experiment)[0]!;
  let choice = choiceFor(first, numberOf(store.experiment, first.name));
  let playing = false;
  /** In lengths of the range. */
  let phase = 0;
  let own = false;
  let noted = false;

  const parameterOf = (name: string) =>
    sweepable(store.experiment).find((parameter) => parameter.name === name);
  const choose = (name: string) => {
    const parameter = parameterOf(name);
    if (!parameter) return;
    const { seconds, way } = choice;
    choice = { ...choiceFor(parameter, numberOf(store.experiment, name)), seconds, way };
    setPlaying(false);
  };
  const setPlaying = (next: boolean) => {
    playing = next;
    noted = false;
    onChange();
  };

  store.subscribe((experiment, previous) => {
    if (own) return;
    if (!parameterOf(choice.name)) choose(sweepable(experiment)[0]!.name);
    // Whoever turns it takes it over.
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
    get goesOn() {
      return own && noted;
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
        checkSweep(store.experiment, choice);
      } catch (error) {
        if (!(error instanceof ChoiceError)) throw error;
        onRefused(error.message);
        return;
      }
      phase = shareOf(choice, numberOf(store.experiment, choice.name), parameterOf(choice.name));
      if (choice.way === 'once' && phase >= 1) phase = 0;
      setPlaying(true);
    },
    pause() {
      if (playing) setPlaying(false);
    },
    tick(seconds) {
      if (!playing) return;
      phase += seconds / choice.seconds;
      const before = store.experiment;
      const next = sweptTo(before, choice, shareAt(choice.way, phase));
      if (next.values[choice.name] !== before.values[choice.name]) {
        own = true;
        store.update(next);
        own = false;
        noted = true;
      }
      if (choice.way === 'once' && phase >= 1) setPlaying(false);
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
    way: 'back',
  };
}

/** Where in the range, from 0 to 1. */
function shareAt(way: Way, phase: number): number {
  if (way === 'once') return Math.min(1, phase);
  if (way === 'loop') return phase % 1;
  const there = phase % 2;
  return there <= 1 ? there : 2 - there;
}

/** Where a value lies in the range; 0 where it lies outside. */
function shareOf(
  { from, to }: Sweep,
  value: number,
  parameter: NumberParameter | undefined,
): number {
  const byRatio = parameter?.logarithmic === true && from > 0 && to > 0 && value > 0;
  const share = byRatio
    ? Math.log(value / from) / Math.log(to / from)
    : (value - from) / (to - from);
  return share >= 0 && share <= 1 ? share : 0;
}
