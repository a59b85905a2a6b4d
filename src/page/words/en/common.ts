export const common = {
  close: 'Close',
  cancel: 'Cancel',
  more: 'More',
  onDark: 'Dark',
  onLight: 'White, for print',
};
