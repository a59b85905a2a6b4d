/** What stands in several places. */
export const common = {
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.more': 'More',
  'common.onDark': 'Dark',
  'common.onLight': 'White, for print',
  'common.dismiss': 'Dismiss',
  'common.unknownReason': 'unknown reason',
  'common.betweenSentences': ' ',
  'common.comma': ', ',
  'common.sentence': '{text}.',
  'common.semicolon': '; ',
} as const;
