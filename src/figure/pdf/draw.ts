/** Draws elements of a figure's SVG with PDFKit, whose coordinates run down as SVG's do. */
import type { Paint, PdfDocument } from './document.ts';
import { drawText } from './text.ts';
import type { SvgNode } from './svg-tree.ts';

export interface PdfContext {
  readonly document: PdfDocument;
  /** By id. */
  readonly gradients: Map<string, SvgNode>;
}

type Draw = (context: PdfContext, node: SvgNode) => void;

/** What figures consist of; what is not seen draws nothing. */
const ELEMENTS: Readonly<Record<string, Draw>> = {
  g: drawGroup,
  svg: drawGroup,
  rect: drawRect,
  circle: drawCircle,
  path: drawPath,
  line: drawLine,
  image: drawImage,
  text: ({ document }, node) => within(document, node, () => drawText(document, node)),
  linearGradient: ({ gradients }, node) => void gradients.set(node.attributes['id'] ?? '', node),
  style: () => {},
  metadata: () => {},
  title: () => {},
};

/** @throws Error for an element that figures do not use */
export function drawNode(context: PdfContext, node: SvgNode): void {
  const draw = ELEMENTS[node.name];
  if (!draw) throw new Error(`unknown element in a figure: ${node.name}`);
  draw(context, node);
}

/** A number among the attributes; by default 0. */
export function numberIn({ attributes }: SvgNode, name: string, standard = 0): number {
  const text = attributes[name];
  return text === undefined ? standard : Number(text);
}

/** With the node's own transform, and everything as before after it. */
function within(document: PdfDocument, node: SvgNode, draw: () => void): void {
  document.save();
  for (const [, name, list] of (node.attributes['transform'] ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0] = list!.split(/[\s,]+/).map(Number);
    if (name === 'translate') document.translate(a, b);
    else if (name === 'rotate') document.rotate(a, { origin: [b, c] });
    else throw new Error(`unknown transform in a figure: ${name}`);
  }
  draw();
  document.restore();
}

/** An inner svg clips what is in it, and has its own origin. */
function drawGroup(context: PdfContext, node: SvgNode): void {
  const { document } = context;
  within(document, node, () => {
    if (node.name === 'svg') {
      document.translate(numberIn(node, 'x'), numberIn(node, 'y'));
      document.rect(0, 0, numberIn(node, 'width'), numberIn(node, 'height')).clip();
    }
    for (const child of node.children) if (typeof child === 'object') drawNode(context, child);
  });
}

function drawRect(context: PdfContext, node: SvgNode): void {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(node, name));
  const radius = numberIn(node, 'rx');
  paint(context, node, ({ document }) => {
    if (radius > 0) document.roundedRect(x!, y!, width!, height!, radius);
    else document.rect(x!, y!, width!, height!);
  });
}

function drawCircle(context: PdfContext, node: SvgNode): void {
  const [x, y, radius] = ['cx', 'cy', 'r'].map((name) => numberIn(node, name));
  paint(context, node, ({ document }) => document.circle(x!, y!, radius!));
}

function drawLine(context: PdfContext, node: SvgNode): void {
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => numberIn(node, name));
  paint(context, node, ({ document }) => document.moveTo(x1!, y1!).lineTo(x2!, y2!));
}

function drawPath(context: PdfContext, node: SvgNode): void {
  const data = node.attributes['d'] ?? '';
  if (data !== '') paint(context, node, ({ document }) => document.path(data));
}

function drawImage({ document }: PdfContext, node: SvgNode): void {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(node, name));
  const base64 = /^data:image\/png;base64,(.*)$/s.exec(node.attributes['href'] ?? '')?.[1];
  if (base64 === undefined) throw new Error('invalid picture in a figure, expected a PNG');
  const png = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  document.image(png.buffer, x!, y!, { width: width!, height: height! });
}

/** Fills and strokes one path. @param trace puts the path down */
function paint(context: PdfContext, node: SvgNode, trace: (context: PdfContext) => unknown): void {
  const { document } = context;
  const { attributes } = node;
  const { fill = '#000000', stroke = 'none' } = attributes;
  within(document, node, () => {
    if (fill !== 'none')
      document.fillColor(fillOf(context, node, fill), numberIn(node, 'fill-opacity', 1));
    if (stroke !== 'none') {
      document.strokeColor(stroke, numberIn(node, 'stroke-opacity', 1));
      document.lineWidth(numberIn(node, 'stroke-width', 1));
      document.lineCap((attributes['stroke-linecap'] ?? 'butt') as 'butt' | 'round');
      document.lineJoin((attributes['stroke-linejoin'] ?? 'miter') as 'miter' | 'round');
      const [length, space] = (attributes['stroke-dasharray'] ?? '').split(/[\s,]+/).map(Number);
      if (length) document.dash(length, { space: space ?? length });
    }
    trace(context);
    const rule = attributes['fill-rule'] === 'evenodd' ? 'even-odd' : 'non-zero';
    if (fill !== 'none' && stroke !== 'none') document.fillAndStroke(undefined, undefined, rule);
    else if (fill !== 'none') document.fill(rule);
    else if (stroke !== 'none') document.stroke();
  });
}

function fillOf({ document, gradients }: PdfContext, node: SvgNode, fill: string): Paint {
  const id = /^url\(#(.*)\)$/.exec(fill)?.[1];
  if (id === undefined) return fill;
  const found = gradients.get(id);
  if (!found || node.name !== 'rect') throw new Error(`unknown fill in a figure: ${fill}`);
  const stops = found.children.filter((stop) => typeof stop === 'object');
  const [only] = stops;
  if (stops.length === 1) return only!.attributes['stop-color'] ?? '#000000';
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(node, name));
  const gradient = document.linearGradient(
    x! + numberIn(found, 'x1') * width!,
    y! + numberIn(found, 'y1') * height!,
    x! + numberIn(found, 'x2', 1) * width!,
    y! + numberIn(found, 'y2') * height!,
  );
  for (const stop of stops) {
    gradient.stop(numberIn(stop, 'offset'), stop.attributes['stop-color'] ?? '#000000');
  }
  return gradient;
}
