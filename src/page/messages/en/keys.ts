/** What leads to what `later/keys.ts` speaks of. */
export const keys = {
  'keys.withKey': '{text} ({key})',
  'keys.names.Space': 'Space',
  'keys.names.ArrowLeft': 'Left',
  'keys.names.ArrowRight': 'Right',
  'keys.names.ArrowUp': 'Up',
  'keys.names.ArrowDown': 'Down',
  'keys.names.PageUp': 'Page up',
  'keys.names.PageDown': 'Page down',
} as const;
