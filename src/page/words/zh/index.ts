import type { Words } from '../words.ts';
import { common } from './common.ts';
import { playback } from './playback.ts';
import { share } from './share.ts';

/** All words of the page in Chinese. */
export const ZH: Words = { common, playback, share };
