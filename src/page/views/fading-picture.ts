import type { Plane } from '../../experiment/experiment.ts';
import { isSameViewport } from '../../experiment/viewport.ts';

/** How long the old picture takes to fade into the new one, in milliseconds. */
const FADE = 200;

/** A canvas in which the picture of a plane fades from the one before. */
export class FadingPicture {
  private readonly context: CanvasRenderingContext2D;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  private present: { readonly image: OffscreenCanvas; readonly plane: Plane } | undefined;
  private former: OffscreenCanvas | undefined;
  private changed = 0;
  private dirty = false;
  private drawn: Plane | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    // Transparent until there is a picture: the page's ground in either theme.
    this.context = canvas.getContext('2d')!;
  }

  /** The plane whose picture is in the canvas; undefined before there is one. */
  get shown(): Plane | undefined {
    return this.drawn;
  }

  /** Whether the canvas shows the newest picture, and nothing else. */
  get settled(): boolean {
    return !this.dirty;
  }

  /** The canvas is square; its side is in device pixels. */
  resize(side: number): void {
    if (this.canvas.width === side) return;
    this.canvas.width = this.canvas.height = side;
    this.dirty = true;
  }

  set(image: OffscreenCanvas, plane: Plane): void {
    // Fading between two viewports would show two places at once.
    const { drawn, present } = this;
    this.former = drawn && isSameViewport(drawn, plane) ? present?.image : undefined;
    this.present = { image, plane };
    this.changed = performance.now();
    this.dirty = true;
  }

  /** Draws where something changed. */
  frame(): void {
    if (!this.dirty || !this.present) return;
    const { image, plane } = this.present;
    const age = this.calm ? 1 : (performance.now() - this.changed) / FADE;
    this.draw(this.former ?? image, 1);
    this.drawn = plane;
    this.draw(image, Math.min(1, age));
    if (age >= 1) this.dirty = false;
  }

  private draw(image: OffscreenCanvas, alpha: number): void {
    const { context } = this;
    const { width, height } = this.canvas;
    context.globalAlpha = alpha;
    // Every start is a square of its own: smoothing would invent starts between them.
    context.imageSmoothingEnabled = false;
    context.drawImage(image, 0, 0, width, height);
  }
}
