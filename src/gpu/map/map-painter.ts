import type { GpuContext } from '../context.ts';
import type { Level } from './level.ts';
import { bind, computePipeline, dispatchAll, uniformBuffer } from '../pipelines.ts';
import { mapColouring, mapDrawing } from './map-drawing.ts';
import type { Surface } from '../surface.ts';
import { UniformLayout } from '../uniforms.ts';

/** `MapDraw` of map-draw.wgsl. */
export const DRAWING = new UniformLayout([
  { name: 'side', type: 'f32' },
  { name: 'fine', type: 'f32' },
  { name: 'fineRows', type: 'f32' },
]);

/**
 * Frames in which an old picture turns into the new one, and the new one's share in each; few
 * where the processor draws, as each of them takes time from what it computes.
 */
const FADE = { hardware: { frames: 10, share: 0.28 }, software: { frames: 3, share: 0.6 } };

/** Shortest time between pictures of a level that is not finished, in milliseconds. */
const UNFINISHED = { hardware: 30, software: 300 };

interface Pipelines {
  readonly paint: GPUComputePipeline;
  readonly draw: GPURenderPipeline;
}

/** Draws a map's levels, fading from the picture before, and rests when nothing changes. */
export class MapPainter {
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly colours: readonly [scale: GPUBuffer, palette: GPUBuffer];
  private readonly drawing: GPUBuffer;
  private readonly between: GPUSampler;
  private readonly pipelines: Promise<Pipelines>;
  private ready: Pipelines | undefined;
  /** The colours of levels, and which of them are to be made anew. */
  private readonly painted = new Map<Level, GPUTexture>();
  private readonly stale = new Set<Level>();
  /** What is shown now; new pictures are blended into it. */
  private canvas: GPUTexture | undefined;
  private complete: Level | undefined;
  private fine: Level | undefined;
  private fineRows = 0;
  private readonly fade: { readonly frames: number; readonly share: number };
  private framesLeft = 0;
  private lastRows = -Infinity;
  /** Nothing to fade from. */
  private empty = true;

  constructor(context: GpuContext, surface: Surface, scale: GPUBuffer, palette: GPUBuffer) {
    this.context = context;
    this.surface = surface;
    this.fade = context.software ? FADE.software : FADE.hardware;
    this.colours = [scale, palette];
    this.drawing = uniformBuffer(context, DRAWING.size);
    this.between = context.device.createSampler({ magFilter: 'linear', minFilter: 'linear' });
    this.pipelines = Promise.all([
      computePipeline(context, mapColouring()),
      context.pipelines.draw(mapDrawing(), {
        format: surface.format,
        blend: {
          color: { srcFactor: 'constant', dstFactor: 'one-minus-constant', operation: 'add' },
          alpha: { srcFactor: 'one', dstFactor: 'zero', operation: 'add' },
        },
      }),
    ]).then(([paint, draw]) => ({ paint, draw }));
    void this.pipelines.then(
      (pipelines) => {
        this.ready = pipelines;
      },
      // Without a pipeline nothing is drawn; `compiled` rejects with the reason.
      () => {},
    );
  }

  /** The picture before still shows through. */
  get fading(): boolean {
    return this.framesLeft > 0;
  }

  /** Resolves once drawing can begin. @throws Error where the shader or the device failed. */
  async compiled(): Promise<void> {
    await this.pipelines;
  }

  /** @param cut without fading from what is shown now */
  showComplete(level: Level, cut = false): void {
    this.complete = level;
    this.empty ||= cut;
    this.fine = undefined;
    this.fineRows = 0;
    this.invalidate();
  }

  /** The first `rows` rows of a level that is not finished. */
  showRows(level: Level, rows: number): void {
    this.fine = level;
    this.fineRows = rows;
    this.stale.add(level);
    const now = performance.now();
    if (now < this.lastRows + (this.context.software ? UNFINISHED.software : UNFINISHED.hardware)) {
      return;
    }
    this.lastRows = now;
    // They join the picture as they are: fading in is for another picture.
    this.framesLeft = Math.max(this.framesLeft, 1);
  }

  /** A level whose results are about to go away. */
  forget(level: Level): void {
    if (this.complete === level) this.complete = undefined;
    if (this.fine === level) this.fine = undefined;
    this.painted.get(level)?.destroy();
    this.painted.delete(level);
    this.stale.delete(level);
  }

  /** Results or colours have changed. */
  invalidate(): void {
    for (const level of [this.complete, this.fine]) if (level) this.stale.add(level);
    this.framesLeft = this.fade.frames;
  }

  resize(side: number): void {
    if (side === this.surface.side && this.canvas) return;
    this.surface.resize(side);
    this.canvas?.destroy();
    this.canvas = undefined;
    this.empty = true;
    this.invalidate();
  }

  /** Draws one frame of the fade, if there is anything to fade to. */
  frame(): void {
    const { complete } = this;
    if (this.framesLeft === 0 || !complete || !this.ready) return;
    this.framesLeft -= 1;
    // The last frame is the picture itself: eight bits never quite get there by fading.
    const share = this.empty || this.framesLeft === 0 ? 1 : this.fade.share;
    this.empty = false;
    this.draw(this.ready, complete, share);
  }

  destroy(): void {
    this.canvas?.destroy();
    for (const colours of this.painted.values()) colours.destroy();
    this.drawing.destroy();
    this.surface.destroy();
    this.framesLeft = 0;
    this.complete = undefined;
  }

  /** A level's colours, made anew where they are stale. */
  private coloursOf(encoder: GPUCommandEncoder, pipeline: GPUComputePipeline, level: Level) {
    let painted = this.painted.get(level);
    if (painted && !this.stale.has(level)) return painted;
    painted ??= this.context.device.createTexture({
      size: [level.side, level.side],
      format: 'rgba8unorm',
      usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING,
    });
    this.painted.set(level, painted);
    this.stale.delete(level);
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      bind(this.context, pipeline, [...this.colours, level.results, painted.createView()]),
    );
    dispatchAll(pass, level.side ** 2);
    pass.end();
    return painted;
  }

  private draw({ paint, draw }: Pipelines, complete: Level, share: number): void {
    const { device } = this.context;
    const { side, format } = this.surface;
    const fine = this.fine ?? complete;
    this.canvas ??= device.createTexture({
      size: [side, side],
      format,
      usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC,
    });
    device.queue.writeBuffer(
      this.drawing,
      0,
      DRAWING.pack({ side, fine: fine.side, fineRows: this.fineRows }),
    );
    const encoder = device.createCommandEncoder();
    const group = bind(this.context, draw, [
      this.drawing,
      this.coloursOf(encoder, paint, complete).createView(),
      this.coloursOf(encoder, paint, fine).createView(),
      this.between,
    ]);
    const pass = encoder.beginRenderPass({
      colorAttachments: [{ view: this.canvas.createView(), loadOp: 'load', storeOp: 'store' }],
    });
    pass.setPipeline(draw);
    pass.setBindGroup(0, group);
    pass.setBlendConstant([share, share, share, 1]);
    pass.draw(3);
    pass.end();
    encoder.copyTextureToTexture({ texture: this.canvas }, { texture: this.surface.texture() }, [
      side,
      side,
    ]);
    device.queue.submit([encoder.finish()]);
  }
}
