import { MAX_INITIAL_CONDITIONS } from '../../experiment/experiment.ts';
import { bytesOf, oklch, type Oklab } from './oklab.ts';
import { cssOf, inkOf, type Theme } from './theme.ts';

/**
 * As far apart from each other and from the ink as a search got them, to colour-blind eyes too,
 * while each shows on its background.
 */
const COLOURS: Readonly<Record<Theme, readonly Oklab[]>> = {
  dark: [
    oklch(0.718, 0.164, 240),
    oklch(0.88, 0.181, 96),
    oklch(0.708, 0.204, 359),
    oklch(0.515, 0.15, 140),
    oklch(0.526, 0.227, 310),
    oklch(0.708, 0.132, 103),
    oklch(0.521, 0.205, 7),
  ],
  light: [
    oklch(0.506, 0.221, 267),
    oklch(0.479, 0.099, 96),
    oklch(0.581, 0.224, 6),
    oklch(0.33, 0.093, 143),
    oklch(0.402, 0.215, 296),
    oklch(0.652, 0.119, 223),
    oklch(0.607, 0.093, 9),
  ],
};

/**
 * The colours of starts, CSS, by slot. The first is the ink of the text, which shows best on every
 * particle's colour.
 */
export function probeColours(theme: Theme): readonly string[] {
  const rest = COLOURS[theme].slice(0, MAX_INITIAL_CONDITIONS - 1);
  return [inkOf(theme).text, ...rest.map((colour) => cssOf(bytesOf(colour)))];
}
