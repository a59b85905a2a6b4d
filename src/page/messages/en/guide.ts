/** What leads to what `later/guide.ts` speaks of. */
export const guide = {
  'guide.name': 'Guide',
  'guide.doc': 'the argument of the article in eight steps',
  'guide.place': '{step} / {of}',
  'guide.intro.name': 'Introduction',
  'guide.intro.doc': 'what is shown here, in one picture',
  'guide.onward.gallery': 'All models side by side',
  'guide.onward.parameters': 'Which L2 and learning rates converge',
  'guide.onward.steps': 'What large learning rates do',
  'guide.onward.own': 'Two basins, and your own sliders',
} as const;
