/** What leads to what `later/gallery.ts` speaks of. */
export const gallery = {
  'gallery.title': 'Gallery',
  'gallery.doc': 'All models on this slice, or one over values of a parameter',
} as const;
