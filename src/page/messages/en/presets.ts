/** Groups of the presets. */
export const presets = {
  'presets.groups.article': 'The article’s figures',
  'presets.groups.ganfield': 'What a map adds',
  'presets.groups.rules': 'What training rules do',
  'presets.groups.parameters': 'Maps over parameters',
  'presets.groups.games': 'Games of papers',
  'presets.search': 'Search presets',
  'presets.none': 'No preset has these words.',
} as const;
