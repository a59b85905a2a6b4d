import type { Words } from '../words.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { zoo } from './zoo.ts';

/** All words of the page in Chinese. */
export const ZH: Words = { common, compare, zoo };
