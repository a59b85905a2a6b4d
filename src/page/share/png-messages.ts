/** A picture to encode; one that is opaque throughout is written without alpha. */
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
