/**
 * Declared texts that the page says in more words: what the command line and its pictures say stays as
 * scripts and golden files have it.
 */
export const declared: Readonly<Record<string, string>> = {
  'measure.outcome.title': 'outcome (basins of attraction)',
};
