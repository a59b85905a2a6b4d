import { common } from './common.ts';
import { zoo } from './zoo.ts';

/** All words of the page in English, by the part of the page that says them. */
export const EN = { common, zoo };
