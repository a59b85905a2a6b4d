import type { Method } from './method.ts';
import { rk4 } from './rk4.ts';

/** Every method. A new one is its two files, named alike, and a line here. */
export const METHODS: readonly Method[] = [rk4];
