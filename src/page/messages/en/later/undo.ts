/** What undo says that it undid. */
export const undo = {
  'undo.undone': 'Undone: {change}',
  'undo.redone': 'Redone: {change}',
  'undo.choices': '{count, plural, one {# choice} other {# choices}}',
  'undo.colours': 'colour range',
} as const;
