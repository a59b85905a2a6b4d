import type { Slice } from '../experiment/experiment.ts';
import { marginsOf, paneAxes, type PaneKind } from '../figure/pane.ts';
import type { Rectangle } from '../figure/rectangle.ts';
import { documentOf, type Markup } from '../figure/svg.ts';
import type { Theme } from '../figure/theme.ts';
import { element, setSvg } from './dom.ts';
import { figureEm, FONTS } from './fonts.ts';

/** A larger canvas shows nothing more and costs frames. */
const MOST_PIXELS = 2400;

/** A square of the page with a canvas, axes around it and marks above it. */
export interface PaneFrame {
  readonly root: HTMLElement;
  readonly square: HTMLElement;
  /** In CSS pixels, its corner at (0, 0). */
  readonly box: Rectangle;
  readonly devicePixels: number;
  /** A canvas in place of the one before: a canvas never changes its kind of context. */
  freshCanvas(): HTMLCanvasElement;
  drawAxes(slice: Slice, theme: Theme): void;
  drawMarks(markup: readonly Markup[]): void;
}

/** @param onResize is called once at the beginning, too */
export function paneFrame(root: HTMLElement, kind: PaneKind, onResize: () => void): PaneFrame {
  const square = root.querySelector<HTMLElement>('.square')!;
  const axes = root.querySelector<HTMLElement>('.axes')!;
  const marks = element('div', { class: 'marks', 'aria-hidden': 'true' });
  axes.after(marks);
  let canvas: HTMLCanvasElement | undefined;
  let box: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  let pixels = 0;

  new ResizeObserver(([entry]) => {
    const size = Math.round(entry!.contentRect.width);
    box = { x: 0, y: 0, width: size, height: size };
    pixels = Math.min(MOST_PIXELS, Math.round(size * devicePixelRatio));
    onResize();
  }).observe(square);

  return {
    root,
    square,
    get box() {
      return box;
    },
    get devicePixels() {
      return pixels;
    },
    freshCanvas() {
      canvas?.remove();
      canvas = element('canvas', { 'aria-hidden': 'true' });
      square.prepend(canvas);
      return canvas;
    },
    drawAxes(slice, theme) {
      if (box.width === 0) return;
      const em = figureEm();
      const { left, top } = marginsOf(slice, box.height, em);
      setSvg(axes, paneAxes(slice, box, { kind, theme, fonts: FONTS, em }));
      axes.style.left = `${-left}px`;
      axes.style.top = `${-top}px`;
      document.documentElement.style.setProperty('--axis-left', `${left}px`);
    },
    drawMarks(markup) {
      setSvg(marks, box.width === 0 ? '' : documentOf(box, {}, markup));
    },
  };
}
