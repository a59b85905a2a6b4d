import { common } from './common.ts';
import { compare } from './compare.ts';
import { zoo } from './zoo.ts';

/** All words of the page in English, by the part of the page that says them. */
export const EN = { common, compare, zoo };
