/** A picture to encode; `rgba` is opaque. */
export interface PngRequest {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  /** tEXt chunks by keyword. */
  readonly text: Readonly<Record<string, string>>;
}

export type PngReply =
  | { readonly kind: 'done'; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly message: string };
