/** What a page stores, shares and undoes: an experiment, and what it is compared with. */
import { alignedWith, type Comparison, type Side } from '../comparison.ts';
import type { Diagram, Experiment } from '../experiment.ts';

/** The other experiment of a comparison, and which of the two is edited. */
export interface Compared {
  readonly other: Experiment;
  readonly edited: Side;
}

export interface PageState {
  /** The one that is edited. */
  readonly experiment: Experiment;
  /** Undefined where nothing is compared. */
  readonly comparison: Compared | undefined;
}

/** The state that shows an experiment, or both experiments of a comparison. */
export function stateOf(saved: { readonly experiment: Experiment } | Comparison): PageState {
  const { experiment } = saved;
  if (!('other' in saved) || !saved.other) return { experiment, comparison: undefined };
  return { experiment, comparison: { other: saved.other, edited: saved.edited } };
}

/** Whether two states hold the very same objects. */
export function isSameState(a: PageState, b: PageState): boolean {
  return a.experiment === b.experiment && isSameComparison(a.comparison, b.comparison);
}

export function isSameComparison(a: Compared | undefined, b: Compared | undefined): boolean {
  return a?.other === b?.other && a?.edited === b?.edited;
}

/** The diagram that is in the map's place; a comparison needs that. */
export function shownDiagram({ experiment, comparison }: PageState): Diagram | undefined {
  return comparison ? undefined : experiment.diagram;
}

/** The present experiment stays as B while A, the same at first, is edited. */
export function compareWithPresent({ experiment }: PageState): PageState {
  return { experiment, comparison: { other: experiment, edited: 'a' } };
}

export function endComparison({ experiment }: PageState): PageState {
  return { experiment, comparison: undefined };
}

/** The same comparison with another side in the panel. */
export function editSide(state: PageState, side: Side): PageState {
  const { experiment, comparison } = state;
  if (!comparison || comparison.edited === side) return state;
  return {
    experiment: alignedWith(comparison.other, experiment),
    comparison: { other: experiment, edited: side },
  };
}
