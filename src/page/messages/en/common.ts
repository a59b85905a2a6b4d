export const common = {
  close: 'Close',
  cancel: 'Cancel',
  more: 'More',
  onDark: 'Dark',
  onLight: 'White, for print',
  dismiss: 'Dismiss',
  unknownReason: 'unknown reason',
  betweenSentences: ' ',
  /** Between what is listed. */
  comma: ', ',
  semicolon: '; ',
  period: '.',
};
