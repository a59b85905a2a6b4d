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

/**
 * A text that models, measures and the like declare in English, in the page's language; as it is
 * where nobody has translated it yet.
 */
export function told(english: string): string {
  return spoken.terms[english] ?? english;
}

/** Several sentences, one after the other. */
export function sentences(english: readonly string[]): string {
  return english.map(told).join(spoken.common.betweenSentences);
}
