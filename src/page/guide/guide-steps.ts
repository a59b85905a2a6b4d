import type { Preset } from '../../experiment/presets.ts';
import type { Words } from '../messages/words.ts';

/** A step of the guide: what is opened, and under which name the words about it stand. */
export interface Step {
  readonly words: keyof Words['guide']['steps'];
  readonly preset: string;
}

/** The article's argument, from what goes wrong to what heals it. */
export const STEPS: readonly Step[] = [
  { words: 'setting', preset: 'two-basins' },
  { words: 'nsGan', preset: 'article-ns-gan' },
  { words: 'wgan', preset: 'article-wgan' },
  { words: 'penalty1', preset: 'article-wgan-gp-1' },
  { words: 'penalty0', preset: 'article-wgan-gp-0' },
  { words: 'ganQp', preset: 'article-gan-qp' },
  { words: 'l2', preset: 'article-gan-qp-l2' },
  { words: 'ema', preset: 'article-ema' },
];

/** The address's key for the guide: the number of its step, from 1. */
export const GUIDE_KEY = 'guide' as const;

/** The index of the step that a query asks for; undefined where it asks for none. */
export function stepOf(query: URLSearchParams): number | undefined {
  const index = Number(query.get(GUIDE_KEY)) - 1;
  return STEPS[index] ? index : undefined;
}

export function presetOfStep<P extends Preset>(presets: readonly P[], index: number): P {
  return presets.find(({ id }) => id === STEPS[index]!.preset)!;
}
