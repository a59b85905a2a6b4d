import {
  convertRgbToOklab,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  type Rgb,
} from 'culori/fn';
import { describe, expect, it } from 'vitest';
import { scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { fadedOutcomeColours, outcomeColours } from '../../src/figure/colour/outcome-colours.ts';
import { ENTRIES, PALETTES, paletteTable, reversed } from '../../src/figure/colour/palette.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { entryOf, type Theme } from '../../src/figure/colour/theme.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';

const THEMES: readonly Theme[] = ['dark', 'light'];

function rgb(table: Uint8Array, index: number): Rgb {
  const [r, g, b] = entryOf(table, index);
  return { mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 };
}

function distance(from: Rgb, to: Rgb): number {
  const [p, q] = [convertRgbToOklab(from), convertRgbToOklab(to)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

function lightnesses(table: Uint8Array): number[] {
  return Array.from({ length: table.length / 4 }, (_, i) => convertRgbToOklab(rgb(table, i)).l);
}

describe.each(THEMES)('palettes, %s', (theme) => {
  it.each(PALETTES)('%s has 256 opaque colours without a visible step', (name) => {
    const table = paletteTable(name, theme);
    expect(table).toHaveLength(4 * ENTRIES);
    for (let i = 0; i < ENTRIES; i++) expect(table[4 * i + 3]).toBe(255);
    for (let i = 1; i < ENTRIES; i++) {
      const bytes = entryOf(table, i).map((byte, c) => byte - entryOf(table, i - 1)[c]!);
      // Near black OKLab makes much of a byte or two, which no screen shows.
      if (Math.max(...bytes.map(Math.abs)) <= 2) continue;
      // 0.02 is about the smallest difference one sees between two areas that touch.
      expect(distance(rgb(table, i), rgb(table, i - 1))).toBeLessThan(0.016);
    }
  });

  it.each(['viridis', 'magma', 'cividis'] as const)('%s never gets darker', (name) => {
    const steps = lightnesses(paletteTable(name, theme));
    // Rounding to bytes moves the lightness by up to a thousandth.
    for (let i = 1; i < ENTRIES; i++) expect(steps[i]!).toBeGreaterThan(steps[i - 1]! - 0.002);
    expect(steps.at(-1)! - steps[0]!).toBeGreaterThan(0.5);
  });

  it('diverging is equally light at equal distances from 0, and neutral there', () => {
    const table = paletteTable('diverging', theme);
    const steps = lightnesses(table);
    for (let i = 0; i < ENTRIES; i++) {
      expect(Math.abs(steps[i]! - steps[ENTRIES - 1 - i]!)).toBeLessThan(0.006);
    }
    const middle = convertRgbToOklab(rgb(table, ENTRIES / 2));
    expect(Math.hypot(middle.a, middle.b)).toBeLessThan(0.02);
    expect(middle.l < steps[0]!).toBe(theme === 'dark');
  });

  it('cyclic closes, and shows opposite angles apart to colour-blind eyes too', () => {
    const table = paletteTable('cyclic', theme);
    expect(entryOf(table, 0)).toEqual(entryOf(table, ENTRIES - 1));
    for (const blind of [filterDeficiencyDeuter(1), filterDeficiencyProt(1)]) {
      for (let i = 0; i < ENTRIES / 2; i += 8) {
        const [here, opposite] = [blind(rgb(table, i)), blind(rgb(table, i + ENTRIES / 2))];
        expect(distance(here, opposite)).toBeGreaterThan(0.15);
      }
    }
  });

  it('outcomes stay apart in grey and to colour-blind eyes', () => {
    const table = outcomeColours(theme);
    const light = lightnesses(table);
    const views = [(colour: Rgb) => colour, filterDeficiencyDeuter(1), filterDeficiencyProt(1)];
    for (let i = 0; i < OUTCOMES.length; i++) {
      for (let j = 0; j < i; j++) {
        const pair = `${OUTCOMES[i]} and ${OUTCOMES[j]}`;
        // Rounding to bytes moves the lightness by up to a thousandth.
        expect(Math.abs(light[i]! - light[j]!), pair).toBeGreaterThan(0.059);
        for (const view of views) {
          expect(distance(view(rgb(table, i)), view(rgb(table, j))), pair).toBeGreaterThan(0.09);
        }
      }
    }
  });
});

describe.each(THEMES)('what is no number or no label, %s', (theme) => {
  it('has a grey of its own: 0, never, undecided, and what cannot be known', () => {
    const scaleOf = (measure: string) =>
      scaleFor(withValues(defaultExperiment(), { measure }), [], theme);
    const rate = scaleOf('rate');
    const colours = [
      entryOf(rate.table, ENTRIES / 2),
      scaleOf('settle').infinite,
      entryOf(rate.labels, OUTCOMES.indexOf('undecided')),
      rate.undefined,
    ];
    const views = colours.map((colour) => rgb(Uint8Array.of(...colour, 255), 0));
    for (const [i, here] of views.entries()) {
      // In light and shade alone, as greys differ in nothing else.
      for (const other of views.slice(0, i)) expect(distance(here, other)).toBeGreaterThan(0.035);
    }
  });

  it('labels fade by what one sees and stay what they are', () => {
    const [full, faded] = [outcomeColours(theme), fadedOutcomeColours(theme)];
    for (const [i, outcome] of OUTCOMES.entries()) {
      const [from, to] = [rgb(full, i), rgb(faded, i)].map((colour) => convertRgbToOklab(colour));
      expect(Math.sign(to!.l - from!.l), outcome).toBe(theme === 'dark' ? -1 : 1);
      if (outcome !== 'bounded') expect(Math.abs(to!.l - from!.l), outcome).toBeGreaterThan(0.05);
    }
  });
});

it('magma is not the other way round by mistake', () => {
  const table = paletteTable('magma', 'dark');
  expect(entryOf(table, 0)).toEqual([0, 0, 4]);
  expect(entryOf(reversed(table), 0)).toEqual(entryOf(table, ENTRIES - 1));
  expect(entryOf(reversed(table), 255)).toEqual([0, 0, 4]);
});
