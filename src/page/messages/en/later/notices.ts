/** What is said of a dropped file. */
export const notices = {
  'notices.opened': 'Opened the experiment in {file}.',
  'notices.openedOne':
    'Opened the experiment in {file}; {others, plural, one {another file} other {# other files}} dropped with it {others, plural, one {was} other {were}} not opened.',
  'notices.notOpened': '{file} could not be opened: {reason}.',
} as const;
