import { animatableParameters, withAnimatedValue } from '../../experiment/animated-parameter.ts';
import {
  fractionAt,
  fractionOf,
  type AnimationChoice,
} from '../../experiment/editing/animation-range.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import type { Store } from '../state/store.ts';

/** The steps of an animation: each puts the next value of the parameter into the experiment. */
export class AnimationSteps {
  /** In lengths of the range. */
  private phase = 0;
  /** The experiment of the latest step, which distinguishes it from the user's. */
  private latest: Experiment | undefined;

  constructor(private readonly store: Store) {}

  /** Moves to where the range has the present value. */
  rewind(choice: AnimationChoice): void {
    this.phase = phaseToBegin(choice, this.store.experiment);
  }

  /** Separates the steps so far from those to come: all between two calls are one change to undo. */
  separate(): void {
    this.latest = undefined;
  }

  /** Whether an experiment is that of the latest step. */
  isLatest(experiment: Experiment): boolean {
    return experiment === this.latest;
  }

  advance(choice: AnimationChoice, seconds: number): void {
    this.phase += seconds / choice.seconds;
    const before = this.store.experiment;
    const next = withAnimatedValue(before, choice, fractionAt(choice.mode, this.phase));
    if (next.values[choice.name] === before.values[choice.name]) return;
    const undoable = this.latest === undefined;
    this.latest = next;
    this.store.update(next, { undoable });
  }

  /** Whether a range that is played once has been. */
  isOver({ mode }: AnimationChoice): boolean {
    return mode === 'once' && this.phase >= 1;
  }
}

/** Where an animation begins, in lengths of the range: at the present value. */
function phaseToBegin(choice: AnimationChoice, experiment: Experiment): number {
  const parameter = animatableParameters(experiment).find(({ name }) => name === choice.name);
  const phase = fractionOf(choice, numberOf(experiment, choice.name), parameter);
  return choice.mode === 'once' && phase >= 1 ? 0 : phase;
}
