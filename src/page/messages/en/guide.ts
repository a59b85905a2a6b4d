/** What leads to what `later/guide.ts` speaks of. */
export const guide = {
  'guide.name': 'Guide',
  'guide.doc': 'the argument of the article in eight steps',
  'guide.place': '{step} / {of}',
  'guide.intro.name': 'Introduction',
  'guide.intro.doc': 'what is shown here, in one picture',
} as const;
