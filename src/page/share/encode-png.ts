import { encode } from 'fast-png';

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

/** Encodes one PNG, which takes seconds for a large one. */
export function encodePng({ width, height, rgba, text }: PngRequest): PngReply {
  try {
    const opaque = isOpaque(rgba);
    const png = encode({
      width,
      height,
      data: opaque ? withoutAlpha(rgba) : rgba,
      channels: opaque ? 3 : 4,
      depth: 8,
      text: { ...text },
    });
    return { kind: 'done', png: new Uint8Array(png) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function isOpaque(rgba: Uint8ClampedArray): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return false;
  return true;
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const pixels = rgba.length / 4;
  const rgb = new Uint8Array(3 * pixels);
  for (let i = 0; i < pixels; i++) {
    rgb[3 * i] = rgba[4 * i]!;
    rgb[3 * i + 1] = rgba[4 * i + 1]!;
    rgb[3 * i + 2] = rgba[4 * i + 2]!;
  }
  return rgb;
}
