/**
 * Puts a word or sentence that figures, models, measures and the like have in English into another
 * language. Figures take one; without it they are in English.
 */
export type Say = (english: string) => string;

export const inEnglish: Say = (english) => english;
