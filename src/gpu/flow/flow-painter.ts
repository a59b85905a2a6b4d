import type { RGB } from '../../figure/colour/theme.ts';
import type { GpuContext } from '../context.ts';
import { bind, storageBuffer, uniformBuffer } from '../pipelines.ts';
import { flowDrawing } from '../programs.ts';
import type { Surface } from '../surface.ts';
import { UniformLayout } from '../uniforms.ts';

/** `FlowDraw` of flow-draw.wgsl. */
export const DRAWING = new UniformLayout([
  { name: 'side', type: 'u32' },
  { name: 'trail', type: 'f32' },
  { name: 'rounding', type: 'f32' },
  { name: 'mean', type: 'f32' },
  { name: 'groundRed', type: 'f32' },
  { name: 'groundGreen', type: 'f32' },
  { name: 'groundBlue', type: 'f32' },
  { name: 'paper', type: 'f32' },
]);

/** Its multiples' fractions spread evenly over [0, 1). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface FlowLook {
  /** Share of the light that stays from frame to frame. */
  readonly trail: number;
  readonly particles: number;
  readonly ground: RGB;
  readonly paper: boolean;
}

/** Gathers the particles' light, lets it fade, and draws it. */
export class FlowPainter {
  ready = false;
  private readonly context: GpuContext;
  private readonly surface: Surface;
  private readonly drawing: GPUBuffer;
  private readonly pipeline: Promise<GPURenderPipeline>;
  private compiledPipeline: GPURenderPipeline | undefined;
  private frame: GPUBuffer | undefined;
  private frames = 0;

  constructor(context: GpuContext, surface: Surface) {
    this.context = context;
    this.surface = surface;
    this.drawing = uniformBuffer(context, DRAWING.size);
    this.pipeline = context.pipelines.draw(flowDrawing(), { format: surface.format });
    void this.pipeline.then(
      (pipeline) => {
        this.compiledPipeline = pipeline;
        this.ready = this.frame !== undefined;
      },
      // Without a pipeline nothing is drawn; `compiled` rejects with the reason.
      () => {},
    );
  }

  /** Light of the next frame: three u32 a pixel, row by row from the top. */
  get light(): GPUBuffer {
    return this.frame!;
  }

  async compiled(): Promise<void> {
    await this.pipeline;
  }

  /** Whether the size changed, and with it all light was lost. */
  resize(side: number): boolean {
    if (side === this.surface.side && this.frame) return false;
    this.surface.resize(side);
    this.frame?.destroy();
    this.frame = storageBuffer(this.context, 12 * side * side);
    this.frames = 0;
    this.ready = this.compiledPipeline !== undefined;
    return true;
  }

  /** Puts out all light: it belongs to another window or time. */
  clear(): void {
    if (!this.frame) return;
    const encoder = this.context.device.createCommandEncoder();
    encoder.clearBuffer(this.frame);
    this.context.device.queue.submit([encoder.finish()]);
    this.frames = 0;
  }

  draw(encoder: GPUCommandEncoder, { trail, particles, ground, paper }: FlowLook): void {
    const { side } = this.surface;
    const [groundRed, groundGreen, groundBlue] = ground.map((byte) => byte / 255) as [
      number,
      number,
      number,
    ];
    this.context.device.queue.writeBuffer(
      this.drawing,
      0,
      DRAWING.pack({
        side,
        trail,
        rounding: (this.frames++ * GOLDEN) % 1,
        mean: particles / (side * side) / (1 - trail),
        groundRed,
        groundGreen,
        groundBlue,
        paper: paper ? 1 : 0,
      }),
    );
    const pass = encoder.beginRenderPass({
      colorAttachments: [
        {
          view: this.surface.texture().createView(),
          loadOp: 'clear',
          clearValue: [groundRed, groundGreen, groundBlue, 1],
          storeOp: 'store',
        },
      ],
    });
    pass.setPipeline(this.compiledPipeline!);
    pass.setBindGroup(0, bind(this.context, this.compiledPipeline!, [this.drawing, this.frame!]));
    pass.draw(3);
    pass.end();
  }

  destroy(): void {
    for (const buffer of [this.drawing, this.frame]) buffer?.destroy();
    this.ready = false;
  }
}
