import { OUTCOMES, type Outcome } from '../../measures/outcome.ts';
import { bytesOf, oklch, type Oklab } from './oklab.ts';
import type { Theme } from './theme.ts';

/**
 * Hues that hold for colour-blind eyes, each at a lightness of its own, so that they stay apart in
 * grey. What reaches 0 is blue, what does not is warm, what nobody knows is grey.
 */
const COLOURS: Readonly<Record<Theme, Readonly<Record<Outcome, Oklab>>>> = {
  dark: {
    converged: oklch(0.69, 0.15, 252),
    converging: oklch(0.89, 0.075, 205),
    orbiting: oklch(0.8, 0.15, 78),
    growing: oklch(0.62, 0.19, 36),
    stuck: oklch(0.54, 0.2, 318),
    diverged: oklch(0.36, 0.085, 20),
    undecided: oklch(0.45, 0.012, 262),
  },
  light: {
    converged: oklch(0.53, 0.17, 256),
    converging: oklch(0.84, 0.085, 210),
    orbiting: oklch(0.77, 0.155, 75),
    growing: oklch(0.62, 0.195, 36),
    stuck: oklch(0.45, 0.19, 318),
    diverged: oklch(0.32, 0.075, 20),
    undecided: oklch(0.7, 0.01, 262),
  },
};

/** One colour of four bytes for each outcome, in the order of `OUTCOMES`. */
export function outcomeColours(theme: Theme): Uint8Array {
  const table = new Uint8Array(4 * OUTCOMES.length).fill(255);
  OUTCOMES.forEach((outcome, i) => table.set(bytesOf(COLOURS[theme][outcome]), 4 * i));
  return table;
}
