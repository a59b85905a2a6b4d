/** The parts of the packages that fonts are cut and put together with. */
declare module 'subset-font' {
  export interface SubsetOptions {
    readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
    /** Axes of a variable font, pinned to a value. */
    readonly variationAxes: Readonly<Record<string, number>>;
    readonly keepFeatures: readonly string[];
    readonly noLayoutClosure: boolean;
    readonly noHinting: boolean;
  }

  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: SubsetOptions,
  ): Promise<Buffer>;
}

declare module 'fonteditor-core' {
  export interface FontData {
    /** Names by which other programs know the font. */
    readonly name: Record<string, string>;
  }

  export class Font {
    static create(bytes: Uint8Array, options: { readonly type: 'ttf' }): Font;
    get(): FontData;
    /** Adds the other font's characters. @param options in which unit: `scale` adapts it */
    merge(other: Font, options: { readonly scale: true }): Font;
    write(options: { readonly type: 'ttf'; readonly toBuffer: true }): Buffer;
  }
}
