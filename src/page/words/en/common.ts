export const common = {
  close: 'Close',
  cancel: 'Cancel',
  more: 'More',
};
