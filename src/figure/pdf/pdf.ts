/** A figure's SVG as a PDF: vectors stay vectors, text stays text in embedded subsets of its fonts. */

import { openDocument, type PdfDocument } from './document.ts';
import { drawNode, type PdfContext } from './draw.ts';
import { svgTree } from './svg-tree.ts';

/** TrueType or OpenType files. */
export interface PdfFonts {
  readonly text: Uint8Array;
  readonly bold: Uint8Array;
  /** Italic letters of variables. */
  readonly math: Uint8Array;
  /** For what is Chinese in text and bold text; needed where a figure has any. */
  readonly chinese?: { readonly text: Uint8Array; readonly bold: Uint8Array };
}

export interface PdfSpec {
  /** Of the figure code; pictures in it are PNGs in `data:` addresses. */
  readonly svg: string;
  readonly fonts: PdfFonts;
  readonly title: string;
  /** JSON that the file carries, see `src/experiment/format/pdf-metadata.ts`. */
  readonly experiment: string;
  /** Points for each unit of the SVG. A figure laid out for paper is in points. */
  readonly scale?: number;
}

/**
 * One page of the figure's size. The same figure gives the same bytes.
 * @throws Error where the SVG has an element that figures do not use
 */
export async function pdfOf(spec: PdfSpec): Promise<Uint8Array<ArrayBuffer>> {
  const { scale = 1, title, experiment } = spec;
  const root = svgTree(spec.svg);
  const [width, height] = ['width', 'height'].map((side) => scale * sizeOf(root.attributes[side]));
  const document = openDocument({
    size: [width!, height!],
    margin: 0,
    // No other font than the figure's.
    font: '',
    pdfVersion: '1.5',
    info: {
      Title: title,
      Creator: 'Ganfield',
      Ganfield: experiment,
      // No clock: the same figure gives the same bytes.
      CreationDate: new Date(0),
    },
  });
  registerFonts(document, spec.fonts);
  document.scale(scale);
  const context: PdfContext = { document, gradients: new Map() };
  for (const child of root.children) if (typeof child === 'object') drawNode(context, child);
  return bytesOf(document);
}

/** By the names that runs of text have. */
function registerFonts(document: PdfDocument, { chinese, ...fonts }: PdfFonts): void {
  for (const [name, bytes] of Object.entries(fonts)) document.registerFont(name, bytes);
  for (const [name, bytes] of Object.entries(chinese ?? {})) {
    document.registerFont(`chinese-${name}`, bytes);
  }
}

/** Ends a document and gathers it. */
async function bytesOf(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    document.on('data', (piece: Uint8Array) => pieces.push(piece));
    document.on('end', resolve);
    document.on('error', reject);
    document.end();
  });
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}

/** A length of the root in units: sizes for paper are in points. */
function sizeOf(length = ''): number {
  const size = parseFloat(length);
  if (size > 0) return size;
  throw new Error(`invalid size of a figure: ${length}, expected a length`);
}
