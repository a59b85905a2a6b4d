import { FULL_WIDTH } from '../text/rich-text.ts';
import type { PdfDocument } from './document.ts';
import type { SvgNode } from './svg-tree.ts';

/** A piece of text in one font and size. */
interface Run {
  readonly text: string;
  readonly font: 'text' | 'bold' | 'math' | 'chinese-text' | 'chinese-bold';
  readonly size: number;
  /** Further down than the text's baseline. */
  readonly dy: number;
}

/** A `<text>` of `textElement`: runs one after the other, anchored as a whole. */
export function drawText(document: PdfDocument, node: SvgNode): void {
  const { attributes } = node;
  const runs = runsIn(node).flatMap(byScript);
  const widths = runs.map(({ text, font, size }) => document.font(font, size).widthOfString(text));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const shift = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start'] ?? 0;
  const y = Number(attributes['y']);
  let x = Number(attributes['x']) - shift * total;
  document.fillColor(attributes['fill'] ?? '#000000');
  runs.forEach(({ text, font, size, dy }, i) => {
    document.font(font, size).text(text, x, y + dy, { lineBreak: false, baseline: 'alphabetic' });
    x += widths[i]!;
  });
}

function runsIn({ attributes, children }: SvgNode): readonly Run[] {
  const plain = {
    font: attributes['font-weight'] === undefined ? ('text' as const) : ('bold' as const),
    size: Number(attributes['font-size']),
  };
  let dy = 0;
  return children.map((child): Run => {
    if (typeof child === 'string') return { ...plain, text: child, dy };
    const { 'font-style': style, 'font-size': size, dy: move } = child.attributes;
    dy += Number(move ?? 0);
    return {
      text: child.children.filter((part) => typeof part === 'string').join(''),
      font: style === 'italic' ? 'math' : plain.font,
      size: size === undefined ? plain.size : Number(size),
      dy,
    };
  });
}

const CHINESE = new RegExp(`(${FULL_WIDTH.source}+)`, 'u');

/** What is Chinese in a run, and what is not, in turn. */
function byScript(run: Run): readonly Run[] {
  const { font } = run;
  // Variables are Greek and Latin letters.
  if (font !== 'text' && font !== 'bold') return [run];
  return run.text
    .split(CHINESE)
    .map((text): Run => ({ ...run, text, font: CHINESE.test(text) ? `chinese-${font}` : font }))
    .filter(({ text }) => text !== '');
}
