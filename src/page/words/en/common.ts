export const common = {
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  unknownReason: 'unknown reason',
  betweenSentences: ' ',
  /** Between what is listed. */
  comma: ', ',
  semicolon: '; ',
  period: '.',
};
