/** What leads to what `later/compare.ts` speaks of. */
export const compare = {
  'compare.title': 'Compare',
  'compare.doc': 'Pins the present experiment as B and shows the difference to it',
} as const;
