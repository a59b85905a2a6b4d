import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean wgan?`, or nothing where no candidate is near what was written. */
export function suggestion(word: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const nearest = closest(word.toLowerCase(), candidates);
  const tolerated = Math.max(1, Math.floor(Math.max(word.length, nearest.length) * 0.4));
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= tolerated
    ? `; did you mean ${nearest}?`
    : '';
}
