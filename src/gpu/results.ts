import { COLUMNS, type Results } from '../experiment/engine.ts';
import { INFINITE, UNDEFINED } from './programs.ts';

/** Puts infinities and no-numbers where the shaders wrote what stands for them, in place. */
export function decode(results: Float32Array): Results {
  // Both stand-ins have been rounded to float32.
  const [infinite, undefined_] = [Math.fround(INFINITE), Math.fround(UNDEFINED)];
  for (let i = 0; i < results.length; i++) {
    if (results[i] === infinite) results[i] = Infinity;
    else if (results[i] === undefined_) results[i] = NaN;
  }
  return results;
}

/** Bytes of the results of `count` starts. */
export function resultBytes(count: number): number {
  return 4 * COLUMNS * count;
}
