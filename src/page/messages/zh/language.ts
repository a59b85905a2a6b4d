import type { Words } from '../words.ts';

export const language: Words['language'] = {
  other: 'English',
  switchTo: 'Switch to English',
};
