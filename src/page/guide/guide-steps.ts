import type { Preset } from '../../experiment/presets.ts';
import type { MessageKey } from '../messages/messages.ts';

type StepKey = MessageKey<'guide.steps'> extends `${infer Key}.${string}` ? Key : never;

/** A step of the guide: what is opened, and the key of the texts about it. */
export interface Step {
  readonly texts: StepKey;
  readonly preset: string;
}

/** The article's argument, from failures of GAN training to their remedies, and what maps say beyond it. */
export const STEPS: readonly Step[] = [
  { texts: 'setting', preset: 'two-basins' },
  { texts: 'nsGan', preset: 'article-ns-gan' },
  { texts: 'wgan', preset: 'article-wgan' },
  { texts: 'penalty1', preset: 'article-wgan-gp-1' },
  { texts: 'penalty0', preset: 'article-wgan-gp-0' },
  { texts: 'ganQp', preset: 'article-gan-qp' },
  { texts: 'l2', preset: 'article-gan-qp-l2' },
  { texts: 'ema', preset: 'article-ema' },
  // Beyond the article: over parameters, over many starts, and what is visited in the end.
  { texts: 'planes', preset: 'parameters-ns-gan' },
  { texts: 'ensembles', preset: 'parameters-r3gan-starts' },
  { texts: 'diagrams', preset: 'diagram-altgd' },
];

/** The address's key for the guide: the number of its step, from 1. */
export const GUIDE_KEY = 'guide' as const;

/** The index of the step that a query names; undefined where it names none. */
export function stepOf(query: URLSearchParams): number | undefined {
  const index = Number(query.get(GUIDE_KEY)) - 1;
  return STEPS[index] ? index : undefined;
}

export function presetOfStep<P extends Preset>(presets: readonly P[], index: number): P {
  return presets.find(({ id }) => id === STEPS[index]!.preset)!;
}
