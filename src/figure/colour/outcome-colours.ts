import { OUTCOMES, type Outcome } from '../../measures/outcomes.ts';
import { bytesOf, oklch, type Oklab } from './oklab.ts';
import type { Theme } from './theme.ts';

/** Lightness, chroma and hue. */
type Colour = readonly [l: number, chroma: number, hue: number];

/**
 * What reaches 0 is blue, what does not is warm, what is undecided is grey. As far apart as a search
 * got them, to colour-blind eyes too, each at a lightness of its own, so that they stay apart in grey.
 */
const COLOURS: Readonly<Record<Theme, Readonly<Record<Outcome, Colour>>>> = {
  dark: {
    converged: [0.647, 0.19, 259],
    converging: [0.889, 0.081, 215],
    orbiting: [0.826, 0.171, 81],
    growing: [0.708, 0.195, 44],
    stuck: [0.586, 0.185, 325],
    diverged: [0.402, 0.15, 28],
    undecided: [0.523, 0.012, 262],
    chaotic: [0.463, 0.22, 298],
    bounded: [0.955, 0.185, 116],
    noisy: [0.766, 0.129, 165],
  },
  light: {
    converged: [0.455, 0.135, 255],
    converging: [0.856, 0.12, 213],
    orbiting: [0.714, 0.159, 66],
    growing: [0.532, 0.214, 30],
    stuck: [0.592, 0.25, 319],
    diverged: [0.333, 0.136, 26],
    undecided: [0.776, 0.006, 262],
    chaotic: [0.394, 0.22, 290],
    bounded: [0.918, 0.2, 131],
    noisy: [0.653, 0.13, 167],
  },
};

/** One colour of four bytes for each outcome, in the order of `OUTCOMES`. */
export function outcomeColours(theme: Theme): Uint8Array {
  return tableOf((outcome) => oklch(...COLOURS[theme][outcome]));
}

/** The same for starts that are slow or far from 0: darker on dark ground, paler on paper. */
export function fadedOutcomeColours(theme: Theme): Uint8Array {
  return tableOf((outcome) => FADED[theme](COLOURS[theme][outcome]));
}

/** Greys as light as the colours: what is left of a label that few starts of an ensemble share. */
export function greyOutcomeColours(theme: Theme): Uint8Array {
  return tableOf((outcome) => oklch(COLOURS[theme][outcome][0], 0, 0));
}

/** Yellow gets red as it darkens: a dark yellow is brown, which nobody takes for a light one's kin. */
const YELLOW = { from: 60, to: 100, turn: 26 };

/** Fading changes the lightness by what shows clearly, and keeps the hue recognisable. */
const FADED: Readonly<Record<Theme, (colour: Colour) => Oklab>> = {
  dark: ([l, chroma, hue]) =>
    oklch(0.76 * l, chroma, hue - (hue > YELLOW.from && hue < YELLOW.to ? YELLOW.turn : 0)),
  light: ([l, chroma, hue]) => oklch(l + 0.45 * (0.97 - l), 0.62 * chroma, hue),
};

function tableOf(colourOf: (outcome: Outcome) => Oklab): Uint8Array {
  const table = new Uint8Array(4 * OUTCOMES.length).fill(255);
  OUTCOMES.forEach((outcome, i) => table.set(bytesOf(colourOf(outcome)), 4 * i));
  return table;
}
