import { translate } from '../messages/messages.ts';
import { isSameSlice } from '../../experiment/viewport.ts';
import type { Plane } from '../../experiment/experiment.ts';
import { placementOf, type Placement } from '../../experiment/viewport.ts';
import { marginsOf, paneAxes } from '../../figure/pane.ts';
import { type PaneKind } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import { documentOf, type Markup } from '../../figure/svg.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { element, svgSlot } from '../ui/dom.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type Source } from '../state/signal.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';

/** The largest side of a canvas, in device pixels: larger ones only cost time. */
const MAX_PIXELS = 2400;

/** A square of the page with a canvas, axes around it and marks above it. */
export interface PaneFrame {
  readonly root: HTMLElement;
  /** Map or Flow. */
  readonly name: string;
  readonly kind: PaneKind;
  readonly square: HTMLElement;
  /** In CSS pixels, its corner at (0, 0). */
  readonly box: Rectangle;
  readonly devicePixels: number;
  /** The square has another size; so it has when it is measured first. */
  readonly resizes: Source<void>;
  /** A canvas in place of the one before: a canvas never changes its kind of context. */
  freshCanvas(): HTMLCanvasElement;
  /**
   * Places the canvas at its plane's position in the present one, marked as provisional while they
   * differ.
   */
  place(shown: Plane | undefined, wanted: Plane): void;
  /** Whether what it shows is still on its way: `aria-busy`, also for who drives the page. */
  showBusy(busy: boolean): void;
  /** @param fromTarget the plane counted from the experiment's target, where overlays lie */
  drawAxes(plane: Plane, theme: Theme, fromTarget?: Plane): void;
  drawMarks(markup: readonly Markup[]): void;
  destroy(): void;
}

export function paneFrame(root: HTMLElement, kind: PaneKind): PaneFrame {
  const life = lifetimeOf();
  const resizes = channelOf();
  const square = root.querySelector<HTMLElement>('.square')!;
  const axes = root.querySelector<HTMLElement>('.axes')!;
  const marks = element('div', { class: 'marks', 'aria-hidden': 'true' });
  axes.after(marks);
  const [setAxes, setMarks] = [svgSlot(axes), svgSlot(marks)];
  life.onEnd(() => marks.remove());
  const picture = element('div', { class: 'picture' });
  square.prepend(picture);
  life.onEnd(() => picture.remove());
  let canvas: HTMLCanvasElement | undefined;
  let box: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  let pixels = 0;
  /** The space of a plane's labels at this size of the browser's window. */
  let labelled: { readonly plane: Plane; readonly size: string; readonly room: number } | undefined;

  const measure = (size: number) => {
    box = { x: 0, y: 0, width: size, height: size };
    pixels = Math.min(MAX_PIXELS, Math.round(size * devicePixelRatio));
    resizes.emit();
  };
  const observer = new ResizeObserver(([entry]) => measure(Math.round(entry!.contentRect.width)));
  observer.observe(square);
  // A window that moves to another screen may keep its size.
  onPixelRatio(() => box.width > 0 && measure(box.width), life.signal);
  life.onEnd(() => observer.disconnect());
  life.onEnd(() => axes.replaceChildren());

  return {
    root,
    kind,
    name: root.querySelector('h2')!.textContent,
    square,
    get box() {
      return box;
    },
    resizes,
    get devicePixels() {
      return pixels;
    },
    freshCanvas() {
      canvas = element('canvas', { 'aria-hidden': 'true' });
      picture.replaceChildren(canvas);
      return canvas;
    },
    place(shown, wanted) {
      const placement = shown && placementOf(shown, wanted);
      const moved = placement !== undefined && !isIdentity(placement);
      picture.classList.toggle('provisional', moved);
      if (canvas) canvas.style.transform = moved ? transformOf(placement) : '';
    },
    showBusy(busy) {
      if (square.ariaBusy !== String(busy)) square.ariaBusy = String(busy);
    },
    drawAxes(plane, theme, fromTarget) {
      if (box.width === 0) return;
      const em = figureEm();
      const { left, top } = marginsOf(plane, box.height, em);
      setAxes(paneAxes(plane, box, { kind, theme, fonts: FONTS, em, translate, fromTarget }));
      axes.style.left = `${-left}px`;
      axes.style.top = `${-top}px`;
      // A smaller square may have shorter labels, which would make it larger again, and so on.
      const size = `${innerWidth} ${innerHeight}`;
      const same =
        labelled !== undefined && isSameSlice(labelled.plane, plane) && labelled.size === size;
      const room = same ? Math.max(labelled!.room, left) : left;
      labelled = { plane, size, room };
      document.documentElement.style.setProperty('--axis-labels', `${room}px`);
    },
    drawMarks(markup) {
      setMarks(box.width === 0 ? '' : documentOf(box, {}, markup));
    },
    destroy: life.destroy,
  };
}

/** Calls back whenever the device's pixels have another size, until the signal aborts. */
function onPixelRatio(callback: () => void, signal: AbortSignal): void {
  const watch = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener(
      'change',
      () => {
        callback();
        watch();
      },
      { once: true, signal },
    );
  };
  watch();
}

function isIdentity({ x, y, width, height }: Placement): boolean {
  return x === 0 && y === 0 && width === 1 && height === 1;
}

/** Beyond this a picture is a few blocks of colour, or a speck. */
const MAX_SCALE = 64;

function transformOf({ x, y, width, height }: Placement): string {
  const scales = [width, height, 1 / width, 1 / height];
  if (Math.max(...scales) > MAX_SCALE) return 'scale(0)';
  return `translate(${100 * x}%, ${100 * y}%) scale(${width}, ${height})`;
}
