/** The part of PDFKit that figures are drawn with. */
declare module 'pdfkit' {
  export interface Gradient {
    stop(position: number, colour: string): Gradient;
  }

  export type Paint = string | Gradient;

  export type Rule = 'non-zero' | 'even-odd';

  export interface DocumentOptions {
    /** Points. */
    readonly size: readonly [width: number, height: number];
    readonly margin: number;
    /** The font to begin with; empty for none. */
    readonly font: string;
    readonly pdfVersion: '1.4' | '1.5' | '1.6' | '1.7';
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export default class Document {
    constructor(options: DocumentOptions);
    on(event: 'data', listener: (piece: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    rotate(angle: number, options: { readonly origin: readonly [number, number] }): this;
    scale(factor: number): this;
    clip(): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    path(data: string): this;
    fillColor(paint: Paint, opacity?: number): this;
    strokeColor(paint: Paint, opacity?: number): this;
    lineWidth(width: number): this;
    lineCap(cap: 'butt' | 'round'): this;
    lineJoin(join: 'miter' | 'round'): this;
    dash(length: number, options: { readonly space: number }): this;
    fill(rule: Rule): this;
    stroke(): this;
    fillAndStroke(fill: undefined, stroke: undefined, rule: Rule): this;
    linearGradient(x1: number, y1: number, x2: number, y2: number): Gradient;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string, size: number): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this;
    image(
      png: ArrayBuffer,
      x: number,
      y: number,
      size: { readonly width: number; readonly height: number },
    ): this;
  }
}
