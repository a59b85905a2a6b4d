import { OUTCOMES, type Outcome } from '../../measures/outcome.ts';
import { bytesOf, oklch, type Oklab } from './oklab.ts';
import type { Theme } from './theme.ts';

/**
 * Hues that hold for colour-blind eyes, each at a lightness of its own, so that they stay apart in
 * grey. What reaches 0 is blue, what does not is warm, what is undecided is grey.
 */
const COLOURS: Readonly<Record<Theme, Readonly<Record<Outcome, Oklab>>>> = {
  dark: {
    converged: oklch(0.675, 0.155, 252),
    converging: oklch(0.935, 0.05, 205),
    orbiting: oklch(0.805, 0.15, 78),
    growing: oklch(0.61, 0.19, 36),
    stuck: oklch(0.48, 0.19, 318),
    diverged: oklch(0.345, 0.08, 20),
    undecided: oklch(0.41, 0.012, 262),
    chaotic: oklch(0.545, 0.12, 290),
    bounded: oklch(0.87, 0.09, 125),
    noisy: oklch(0.74, 0.07, 185),
  },
  light: {
    converged: oklch(0.555, 0.16, 256),
    converging: oklch(0.885, 0.06, 210),
    orbiting: oklch(0.82, 0.15, 78),
    growing: oklch(0.62, 0.195, 36),
    stuck: oklch(0.425, 0.18, 318),
    diverged: oklch(0.295, 0.075, 20),
    undecided: oklch(0.755, 0.01, 262),
    chaotic: oklch(0.49, 0.07, 295),
    bounded: oklch(0.36, 0.08, 105),
    noisy: oklch(0.69, 0.11, 262),
  },
};

/** One colour of four bytes for each outcome, in the order of `OUTCOMES`. */
export function outcomeColours(theme: Theme): Uint8Array {
  const table = new Uint8Array(4 * OUTCOMES.length).fill(255);
  OUTCOMES.forEach((outcome, i) => table.set(bytesOf(COLOURS[theme][outcome]), 4 * i));
  return table;
}
