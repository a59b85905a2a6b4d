/** The largest share of the evidence that is tried, as a power of 2, and how many powers there are below it. */
export const EVIDENCE_POWERS = { largest: -1, count: 5 } as const;

/** How far strengths are apart, a power of 2: no shade shows so little. */
export const EVIDENCE_RESOLUTION = 1 / 32;
