/** What leads to what `later/diagram.ts` speaks of. */
export const diagram = {
  'diagram.title': 'Diagram',
  'diagram.doc': 'One parameter across, and upwards what training visits at last',
} as const;
