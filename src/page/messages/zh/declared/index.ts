import { engines } from './engines.ts';

/** Chinese of what is declared outside the page, by the ids of the declarations. */
export const declared: Readonly<Record<string, string>> = { ...engines };
