import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import {
  choiceFor,
  fractionAt,
  fractionOf,
  type AnimationChoice,
} from '../../experiment/editing/animation-range.ts';
import { ChoiceError } from '../../experiment/refusal.ts';
import {
  checkRange,
  animatableParameters,
  withAnimatedValue,
} from '../../experiment/animated-parameter.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Notices } from '../shell/notices.ts';
import type { Loop } from '../shell/loop.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { translate } from '../messages/messages.ts';

/** One parameter on its way through a range, and with it everything that reads the experiment. */
export interface Animation {
  readonly choice: AnimationChoice;
  readonly playing: boolean;
  /** The choice has changed, or whether it plays. */
  readonly changes: Source<void>;
  set(changes: Partial<AnimationChoice>): void;
  /** Another parameter, in a range that suits it. */
  choose(name: string): void;
  toggle(): void;
  pause(): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly address: Pick<PageAddress, 'freeze'>;
  readonly loop: Loop;
  readonly notices: Pick<Notices, 'notify'>;
}

export function openAnimation({ store, address, loop, notices }: Dependencies): Animation {
  const life = lifetimeOf();
  const changes = channelOf();
  const first = animatableParameters(store.experiment)[0]!;
  let choice = choiceFor(first, numberOf(store.experiment, first.name));
  let playing = false;
  /** In lengths of the range. */
  let phase = 0;
  /** The experiment of the latest step, by which it is told from the user's. */
  let ownStep: Experiment | undefined;

  const parameterOf = (name: string) =>
    animatableParameters(store.experiment).find((parameter) => parameter.name === name);
  const setPlaying = (next: boolean) => {
    playing = next;
    ownStep = undefined;
    // A link per frame would be more than browsers take.
    address.freeze(playing);
    loop.wake();
    changes.emit();
  };
  const choose = (name: string) => {
    const parameter = parameterOf(name);
    if (!parameter) return;
    const { seconds, mode } = choice;
    choice = { ...choiceFor(parameter, numberOf(store.experiment, name)), seconds, mode };
    setPlaying(false);
  };
  const step = (seconds: number) => {
    phase += seconds / choice.seconds;
    const before = store.experiment;
    const next = withAnimatedValue(before, choice, fractionAt(choice.mode, phase));
    if (next.values[choice.name] !== before.values[choice.name]) {
      // All steps since it plays are one change to undo.
      const undoable = ownStep === undefined;
      ownStep = next;
      store.update(next, { undoable });
    }
    if (choice.mode === 'once' && phase >= 1) setPlaying(false);
  };

  life.onEnd(
    store.subscribe(({ state: { experiment }, previous: { experiment: before } }) => {
      if (experiment === ownStep) return;
      const { name } = choice;
      if (!parameterOf(name)) choose(animatableParameters(experiment)[0]!.name);
      // A change by the user pauses the animation.
      else if (playing && experiment.values[name] !== before.values[name]) setPlaying(false);
    }),
  );
  life.onEnd(
    loop.add((seconds) => {
      if (playing) step(seconds);
      return playing;
    }),
  );

  return {
    get choice() {
      return choice;
    },
    get playing() {
      return playing;
    },
    changes,
    set(next) {
      choice = { ...choice, ...next };
      changes.emit();
    },
    choose,
    toggle() {
      if (playing) {
        setPlaying(false);
        return;
      }
      const refusal = refusalOf(store.experiment, choice);
      if (refusal !== undefined) {
        notices.notify('choice', refusal, true);
        return;
      }
      phase = phaseToBegin(choice, store.experiment);
      setPlaying(true);
    },
    pause() {
      if (playing) setPlaying(false);
    },
    destroy: life.destroy,
  };
}

/** Where an animation begins, in lengths of the range: at the present value. */
function phaseToBegin(choice: AnimationChoice, experiment: Experiment): number {
  const parameter = animatableParameters(experiment).find(({ name }) => name === choice.name);
  const phase = fractionOf(choice, numberOf(experiment, choice.name), parameter);
  return choice.mode === 'once' && phase >= 1 ? 0 : phase;
}

/** Why a range cannot be played; undefined where it can. */
function refusalOf(experiment: Experiment, choice: AnimationChoice): string | undefined {
  try {
    checkRange(experiment, choice);
    return undefined;
  } catch (error) {
    if (!(error instanceof ChoiceError)) throw error;
    return translate(error.refusal);
  }
}
