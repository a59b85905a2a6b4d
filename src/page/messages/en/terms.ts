/** What models, measures and the like declare is English already. */
export const terms: Readonly<Record<string, string>> = {};
