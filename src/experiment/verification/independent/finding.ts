import type { Measure } from '../../../measures/index.ts';
import type { Range } from './path-measures.ts';

/**
 * How a number stands to the independent one: equal within the tolerance; apart by the error of the
 * method's steps, which finer ones remove; apart by no more than rounding moves the independent one;
 * contradicted; or not judged, where one of the two makes no claim or the integration gave up.
 */
export type IndependentFinding = 'agrees' | 'step' | 'rounding' | 'contradicted' | 'unjudged';

export interface IndependentlyChecked {
  /** The start's number among those checked. */
  readonly row: number;
  readonly measure: Measure['id'];
  readonly shown: number;
  /** Undefined where there is none, or of a label. */
  readonly expected: Range | undefined;
  readonly finding: IndependentFinding;
}
