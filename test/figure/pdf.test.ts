import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { chineseFontFiles } from '../../scripts/vite/chinese-fonts.js';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { toFile } from '../../src/experiment/format/json.ts';
import { experimentFrom } from '../../src/experiment/format/saved.ts';
import { scaleFor } from '../../src/figure/colour/colour-scale.ts';
import { ALL_PARTS } from '../../src/figure/figure-choices.ts';
import { captionText, layoutFigure, type FigureSpec } from '../../src/figure/figure.ts';
import { pdfOf } from '../../src/figure/pdf/pdf.ts';
import { svgTree } from '../../src/figure/pdf/svg-tree.ts';
import { fileNameFor, pixelsOf, printedSvg, sizeInPoints } from '../../src/figure/vector.ts';

const { resolve } = createRequire(import.meta.url);
const file = (path: string) => new Uint8Array(readFileSync(resolve(path)));
const FONTS = {
  text: file('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: file('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  math: file('katex/dist/fonts/KaTeX_Math-Italic.ttf'),
};
const PRINT = { width: 85, fontSize: 7, dpi: 300 };

function specOf(measure: string, changes: Partial<FigureSpec> = {}): FigureSpec {
  const experiment = withValues(defaultExperiment('wgan-gp'), { measure });
  return {
    experiment,
    scale: scaleFor(experiment, new Float64Array(0), 'light'),
    panes: [{ kind: 'map' }],
    size: sizeInPoints(PRINT),
    theme: 'light',
    fonts: { text: 'Inter', math: 'KaTeX_Math' },
    remarks: ['a start (0.3, 0.4)'],
    engine: 'float64',
    ...changes,
  };
}

function svgOf(spec: FigureSpec): string {
  const figure = layoutFigure(spec);
  const png = encode({ width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(90) });
  const picture = { place: figure.panes[0]!, png };
  return printedSvg(figure.svg, [picture], JSON.stringify(toFile(spec.experiment)));
}

const pdfFrom = (spec: FigureSpec) =>
  pdfOf({
    svg: svgOf(spec),
    fonts: FONTS,
    title: 'WGAN-GP (λ)',
    experiment: JSON.stringify(toFile(spec.experiment)),
  });

/** The content of a page, and everything around it. */
function partsOf(bytes: Uint8Array): { page: string; around: string } {
  const around = new TextDecoder('latin1').decode(bytes);
  const start = /\/Filter \/FlateDecode\n>>\nstream\n/.exec(around)!;
  const from = start.index + start[0].length;
  const page = inflateSync(bytes.subarray(from, around.indexOf('\nendstream', from)));
  return { page: new TextDecoder('latin1').decode(page), around };
}

/** The characters that a PDF's fonts name for their glyphs. */
function codePointsOf(around: string): readonly string[] {
  const bytes = Buffer.from(around, 'latin1');
  const streams = Array.from(around.matchAll(/\/ToUnicode (\d+) 0 R/g), ([, number]) => {
    const from = around.indexOf('stream\n', around.indexOf(`\n${number} 0 obj`)) + 7;
    const stream = bytes.subarray(from, around.indexOf('\nendstream', from));
    return inflateSync(stream).toString('latin1');
  });
  return streams.flatMap((map) =>
    Array.from(map.matchAll(/<([0-9a-f]{4})>/g), ([, code]) =>
      String.fromCodePoint(Number.parseInt(code!, 16)),
    ),
  );
}

describe('a PDF', () => {
  it.for(['outcome', 'turns'])(
    'of %s has vectors, embedded fonts, one picture',
    async (measure) => {
      const spec = specOf(measure);
      const { page, around } = partsOf(await pdfFrom(spec));
      const fonts = Array.from(around.matchAll(/\/FontName \/\w{6}\+(\S+)/g), ([, name]) => name);
      expect(new Set(fonts)).toEqual(
        new Set(['Inter-Regular', 'Inter-SemiBold', 'KaTeX_Math-Italic']),
      );
      expect(around.match(/\/FontFile2 /g)).toHaveLength(3);
      expect(around.match(/\/Subtype \/Image/g)).toHaveLength(1);
      const [, width] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(around)!;
      expect(Number(width)).toBeCloseTo((85 / 25.4) * 72, 1);
      // Every text of the figure is shown as text.
      const texts = svgOf(spec).match(/<text /g)!;
      expect(page.match(/BT/g)!.length).toBeGreaterThanOrEqual(texts.length);
    },
  );

  it('carries its experiment, and comes out the same again', async () => {
    const spec = specOf('distance');
    const bytes = await pdfFrom(spec);
    expect(experimentFrom('figure.pdf', bytes)).toEqual(spec.experiment);
    expect(await pdfFrom(spec)).toEqual(bytes);
    expect(() => experimentFrom('other.pdf', new TextEncoder().encode('%PDF-1.7 (x)'))).toThrow(
      /other.pdf carries none/,
    );
  });

  it('in Chinese has the characters of all messages, and names their font', async () => {
    const { text, bold, characters } = await chineseFontFiles();
    const fonts = { ...FONTS, chinese: { text: file(text), bold: file(bold) } };
    const partsWith = async (words: string) => {
      const line = `<text x="1" y="8" font-size="7">${words}</text>`;
      const svg = `<svg width="90pt" height="9pt">${line}</svg>`;
      return partsOf(await pdfOf({ svg, fonts, title: '收敛', experiment: '' }));
    };
    const { around } = await partsWith('λ = 1 时收敛。');
    const names = Array.from(around.matchAll(/\/FontName \/\w{6}\+(\S+)/g), ([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['Inter-Regular', 'NotoSansSC-Regular']));
    // What copies and searches the text finds these characters.
    expect(codePointsOf(around)).toEqual(expect.arrayContaining(Array.from('时收敛。')));
    // Glyph 0 is what a font shows for a character that it does not have.
    const missing = /<(?:....)*?0000(?:....)*>/;
    expect((await partsWith(characters)).page).not.toMatch(missing);
    expect((await partsWith('鱻')).page).toMatch(missing);
  });

  it('refuses elements that figures do not use', async () => {
    const svg = '<svg width="10pt" height="10pt"><foreignObject/></svg>';
    const made = pdfOf({ svg, fonts: FONTS, title: '', experiment: '' });
    await expect(made).rejects.toThrow('unknown element in a figure: foreignObject');
  });
});

describe('a figure for print', () => {
  it('is as wide as the column, its letters as large as asked for', () => {
    const svg = svgOf(specOf('outcome'));
    expect(svg).toMatch(/^<svg [^>]*width="240\.9\d*pt"/);
    expect(svg).toContain('font-size="7"');
    expect(experimentFrom('figure.svg', new TextEncoder().encode(svg)).model).toBe('wgan-gp');
  });

  it('has the parts that are wanted', () => {
    const none = { title: false, names: false, caption: false, engine: false };
    const spec = specOf('outcome', { parts: none });
    const [bare, whole] = [layoutFigure(spec), layoutFigure(specOf('outcome'))];
    expect(bare.svg).not.toMatch(/>WGAN-GP|>Map|RK4|float64/);
    expect(bare.height).toBeLessThan(whole.height - 40);
    expect(bare.panes[0]!.width).toBe(whole.panes[0]!.width);
    const caption = captionText({ ...spec, parts: { ...ALL_PARTS, engine: false } });
    expect(caption).toMatch(/^WGAN-GP, λ = .*a start \(0.3, 0.4\)$/);
  });

  it('has words below a map in one column, beside it in two', () => {
    const wide = layoutFigure(specOf('outcome', { size: sizeInPoints({ ...PRINT, width: 174 }) }))
      .panes[0]!;
    const narrow = layoutFigure(specOf('outcome')).panes[0]!;
    expect(narrow.width).toBeGreaterThan(0.75 * 241);
    expect(wide.width).toBeLessThan(0.8 * 493);
    expect(pixelsOf(72, PRINT)).toBe(300);
  });

  it('has a name that LaTeX takes', () => {
    expect(fileNameFor(['ganfield', 'wgan_gp', 'share.x', '85mm'], 'pdf')).toBe(
      'ganfield-wgan-gp-share-x-85mm.pdf',
    );
  });
});

it('reads what figures write, and nothing else', () => {
  expect(svgTree('<a b="1 &lt; 2"><c/>x &amp; y</a>')).toEqual({
    name: 'a',
    attributes: { b: '1 < 2' },
    children: [{ name: 'c', attributes: {}, children: [] }, 'x & y'],
  });
  for (const broken of ['<a>', '<a></b>', '<a b=1/>', '<a/><b/', 'x']) {
    expect(() => svgTree(broken)).toThrow('invalid SVG');
  }
});
