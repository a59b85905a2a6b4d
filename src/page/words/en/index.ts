import { common } from './common.ts';
import { playback } from './playback.ts';
import { share } from './share.ts';

/** All words of the page in English, by the part of the page that says them. */
export const EN = { common, playback, share };
