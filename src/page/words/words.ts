import { EN } from './en/index.ts';

/** What every language has to say. */
export type Words = typeof EN;

/** Set once, before the page is built; a page in another language is loaded anew. */
let spoken: Words = EN;

/** The words of the page's language. */
export function words(): Words {
  return spoken;
}

export function speak(language: Words): void {
  spoken = language;
}
