import {
  convertRgbToOklab,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  type Rgb,
} from 'culori/fn';
import { describe, expect, test } from 'vitest';
import { MAX_INITIAL_CONDITIONS } from '../../src/experiment/experiment.ts';
import { fadedOutcomeColours, outcomeColours } from '../../src/figure/colour/outcome-colours.ts';
import { PALETTES, paletteTable } from '../../src/figure/colour/palette.ts';
import { probeColours } from '../../src/figure/colour/probe-colours.ts';
import {
  BACKGROUND,
  cssOf,
  entryOf,
  mix,
  type RGB,
  type Theme,
} from '../../src/figure/colour/theme.ts';
import { outlined } from '../../src/figure/pane-geometry.ts';

/** The stroke of a path, and its opacity where it has one. */
const PATH = /<path[^>]* stroke="(#[0-9a-f]{6})"(?: stroke-opacity="([^"]+)")?/g;

function bytesOf(css: string): RGB {
  const { r, g, b } = rgb(css);
  return [255 * r, 255 * g, 255 * b];
}

function rgb(css: string): Rgb {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(css.slice(i, i + 2), 16) / 255);
  return { mode: 'rgb', r: r!, g: g!, b: b! };
}

function distance(from: Rgb, to: Rgb): number {
  const [p, q] = [convertRgbToOklab(from), convertRgbToOklab(to)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

/** Relative luminance, WCAG 2.2. */
function luminance({ r, g, b }: Rgb): number {
  const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((p, q) => p - q);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(['dark', 'light'] as const satisfies readonly Theme[])('probes, %s', (theme) => {
  const colours = probeColours(theme);

  test('there is one for each start, and each shows on the ground', () => {
    expect(colours).toHaveLength(MAX_INITIAL_CONDITIONS);
    // WCAG 2.2, 1.4.11: graphical objects.
    for (const colour of colours) {
      expect(contrast(rgb(colour), rgb(cssOf(BACKGROUND[theme]))), colour).toBeGreaterThan(3);
    }
  });

  test('each shows on every colour of a map and of particles, by the rim of its line', () => {
    const tables = [
      ...PALETTES.map((name) => paletteTable(name, theme)),
      outcomeColours(theme),
      fadedOutcomeColours(theme),
    ];
    for (const colour of colours) {
      const [rim, line] = [...outlined('M0 0h1', colour, 1, theme).markup.matchAll(PATH)];
      expect(line![1]).toBe(colour);
      const opacity = Number(rim![2] ?? 1);
      const rims = tables.flatMap((table) =>
        Array.from({ length: table.length / 4 }, (_, i) =>
          mix(entryOf(table, i), bytesOf(rim![1]!), opacity),
        ),
      );
      // WCAG 2.2, 1.4.11: against what is next to it, which is its rim.
      const worst = Math.min(...rims.map((next) => contrast(rgb(colour), rgb(cssOf(next)))));
      expect(worst, colour).toBeGreaterThan(3);
    }
  });

  test('each two are apart, to colour-blind eyes too', () => {
    const views: Readonly<Record<string, (colour: Rgb) => Rgb>> = {
      all: (colour: Rgb): Rgb => colour,
      deuteranopia: filterDeficiencyDeuter(1),
      protanopia: filterDeficiencyProt(1),
      tritanopia: filterDeficiencyTrit(1),
    };
    for (const [name, view] of Object.entries(views)) {
      for (let i = 0; i < colours.length; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [view(rgb(colours[i]!)), view(rgb(colours[j]!))];
          expect(distance(a, b), `${i} and ${j}, ${name}`).toBeGreaterThan(0.12);
        }
      }
    }
  });
});
