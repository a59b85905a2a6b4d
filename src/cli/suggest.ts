import { closest, distance } from 'fastest-levenshtein';

/** Longer words are near no name. */
const LONGEST = 100;

/** `; did you mean wgan?`, or nothing where no candidate is near what was written. */
export function suggestion(word: string, candidates: readonly string[]): string {
  if (candidates.length === 0 || word.length > LONGEST) return '';
  const nearest = closest(word.toLowerCase(), candidates);
  const tolerated = Math.max(1, Math.floor(Math.max(word.length, nearest.length) * 0.4));
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= tolerated
    ? `; did you mean ${nearest}?`
    : '';
}
