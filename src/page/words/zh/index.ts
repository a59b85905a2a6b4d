import type { Words } from '../words.ts';
import { common } from './common.ts';
import { zoo } from './zoo.ts';

/** All words of the page in Chinese. */
export const ZH: Words = { common, zoo };
