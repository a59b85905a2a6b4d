/** What leads to what `later/guide.ts` speaks of. */
export const guide = {
  'guide.name': 'Guide',
  'guide.doc': 'the article’s argument and beyond, in eleven steps',
  'guide.place': '{step} / {of}',
  'guide.intro.name': 'Introduction',
  'guide.intro.doc': 'what is shown here, in one picture',
} as const;
