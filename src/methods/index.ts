import { adam } from './adam.ts';
import { altgd } from './altgd.ts';
import { dopri5 } from './dopri5.ts';
import { extragradient } from './extragradient.ts';
import type { Method } from './method.ts';
import { momentum } from './momentum.ts';
import { omd } from './omd.ts';
import { rk4 } from './rk4.ts';
import { simgd } from './simgd.ts';

/** Every method. A new one is its two files, named alike, and a line here. */
export const METHODS: readonly Method[] = [
  rk4,
  dopri5,
  simgd,
  altgd,
  extragradient,
  omd,
  momentum,
  adam,
];
