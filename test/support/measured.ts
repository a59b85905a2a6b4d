import type { Measure } from '../../src/measures/index.ts';

/** The measures that an independent path has as well. */
export const MEASURED: readonly Measure['id'][] = [
  'distance',
  'amplitude',
  'rate',
  'settle',
  'rest',
  'turns',
  'ema',
  'outcome',
];
