import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import { choiceFor, type AnimationChoice } from '../../experiment/editing/animation-range.ts';
import { ChoiceError } from '../../experiment/refusal.ts';
import { checkRange, animatableParameters } from '../../experiment/animated-parameter.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Notices } from '../shell/notices.ts';
import type { Loop } from '../shell/loop.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { translate } from '../messages/messages.ts';
import { AnimationSteps } from './animation-steps.ts';

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
  /** Whether the map shows the present experiment. */
  mapIsCurrent(): boolean;
}

/**
 * The longest wait for a map before the next step, in seconds. A step that did not wait at all would
 * paint the page faster than a busy software adapter takes its pictures, which pile up in memory.
 */
const PATIENCE = 1;

export function openAnimation(dependencies: Dependencies): Animation {
  const { store, address, loop, notices, mapIsCurrent } = dependencies;
  const life = lifetimeOf();
  const changes = channelOf();
  const first = animatableParameters(store.experiment)[0]!;
  let choice = choiceFor(first, numberOf(store.experiment, first.name));
  let playing = false;
  /** Seconds since the latest step. */
  let waited = 0;
  const steps = new AnimationSteps(store);

  const parameterOf = (name: string) =>
    animatableParameters(store.experiment).find((parameter) => parameter.name === name);
  const setPlaying = (next: boolean) => {
    playing = next;
    waited = 0;
    steps.separate();
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

  life.onEnd(
    store.subscribe(({ state: { experiment }, previous: { experiment: before } }) => {
      if (steps.isLatest(experiment)) return;
      const { name } = choice;
      if (!parameterOf(name)) choose(animatableParameters(experiment)[0]!.name);
      // A change by the user pauses the animation.
      else if (playing && experiment.values[name] !== before.values[name]) setPlaying(false);
    }),
  );
  life.onEnd(
    loop.add((seconds) => {
      if (!playing) return false;
      waited += seconds;
      if (!mapIsCurrent() && waited < PATIENCE) return true;
      steps.advance(choice, waited);
      waited = 0;
      if (steps.isOver(choice)) setPlaying(false);
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
      steps.rewind(choice);
      setPlaying(true);
    },
    pause() {
      if (playing) setPlaying(false);
    },
    destroy: life.destroy,
  };
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
