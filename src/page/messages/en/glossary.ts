/** What leads to what `later/glossary.ts` speaks of. */
export const glossary = {
  'glossary.name': 'Glossary',
  'glossary.doc': 'every symbol, measure and label in a line',
} as const;
