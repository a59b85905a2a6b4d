import type { GpuContext } from './context.ts';

/** A square that can be drawn on: a canvas, or a texture. */
export interface Surface {
  readonly format: GPUTextureFormat;
  /** Pixels along a side. */
  readonly side: number;
  resize(side: number): void;
  /** What to draw on now; valid until the present task ends. */
  texture(): GPUTexture;
  destroy(): void;
}

/** A canvas on the page. Its size in CSS is the page's concern. */
export function canvasSurface(
  { device }: GpuContext,
  canvas: HTMLCanvasElement,
  format: GPUTextureFormat,
): Surface {
  const context = canvas.getContext('webgpu');
  if (!context)
    throw new Error('invalid canvas: it gives no WebGPU context, expected one unused before');
  context.configure({
    device,
    format,
    alphaMode: 'opaque',
    usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_DST,
  });
  return {
    format,
    get side() {
      return canvas.width;
    },
    resize: (side) => {
      canvas.width = canvas.height = side;
    },
    texture: () => context.getCurrentTexture(),
    destroy: () => context.unconfigure(),
  };
}

/** A texture that can be read back. */
export function textureSurface(
  { device }: GpuContext,
  side: number,
  format: GPUTextureFormat = 'rgba8unorm',
): Surface {
  const create = (size: number) =>
    device.createTexture({
      size: [size, size],
      format,
      usage:
        GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST,
    });
  let texture = create(side);
  return {
    format,
    get side() {
      return texture.width;
    },
    resize: (size) => {
      texture.destroy();
      texture = create(size);
    },
    texture: () => texture,
    destroy: () => texture.destroy(),
  };
}

/** The RGBA bytes of an `rgba8unorm` texture, row by row from the top. */
export async function readPixels(
  { device }: GpuContext,
  texture: GPUTexture,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const { width, height } = texture;
  // Rows of a copy have to start at multiples of 256 bytes.
  const pitch = Math.ceil((4 * width) / 256) * 256;
  const staging = device.createBuffer({
    size: pitch * height,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  try {
    const encoder = device.createCommandEncoder();
    encoder.copyTextureToBuffer(
      { texture },
      { buffer: staging, bytesPerRow: pitch },
      { width, height },
    );
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    const rows = new Uint8Array(staging.getMappedRange());
    const pixels = new Uint8ClampedArray(4 * width * height);
    for (let y = 0; y < height; y++) {
      pixels.set(rows.subarray(y * pitch, y * pitch + 4 * width), 4 * width * y);
    }
    return pixels;
  } finally {
    staging.destroy();
  }
}
