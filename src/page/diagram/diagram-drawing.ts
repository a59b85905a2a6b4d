import { diagramPlane } from '../../experiment/diagram/diagram-window.ts';
import type { DiagramTheory } from '../../experiment/diagram/diagram-theory.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { isSamePlane } from '../../experiment/viewport.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { paintDensity } from '../../figure/diagram/density.ts';
import { layoutDiagram } from '../../figure/diagram/diagram-figure.ts';
import { movedShares } from '../../figure/diagram/moved-shares.ts';
import type { FigureParts } from '../../figure/figure-choices.ts';
import { translate } from '../messages/messages.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import { svgSlot } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { DiagramFrame } from './diagram-frame.ts';
import type { MeasuredDiagram } from './diagram-measuring.ts';

/** The page says around it what a saved figure says in words. */
const BARE: FigureParts = { title: false, names: false, caption: false, engine: false };

/** Of values upwards, before any are known. */
const UNKNOWN = [-1, 1] as const;

/** The diagram as it is seen: density, axes, theory, shares. */
export interface DiagramDrawing {
  /** The ends of the values upwards that are seen. */
  rangeOf(diagram: Diagram): readonly [low: number, high: number];
  /** The pane's size in device pixels; 0 before anything is drawn. */
  readonly size: { readonly columns: number; readonly rows: number };
  /** What was measured last. */
  readonly measured: MeasuredDiagram | undefined;
  setMeasured(measured: MeasuredDiagram): void;
  setTheory(theory: DiagramTheory): void;
  draw(experiment: Experiment, diagram: Diagram, theme: Theme): void;
}

export function diagramDrawing(frame: DiagramFrame): DiagramDrawing {
  const { pane } = frame;
  const { square } = pane;
  const axes = square.querySelector<HTMLElement>('.axes')!;
  const setAxes = svgSlot(axes);
  const canvas = pane.freshCanvas();
  let at: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  let measured: MeasuredDiagram | undefined;
  let theory: DiagramTheory | undefined;
  let painted: { readonly by: MeasuredDiagram; readonly theme: Theme } | undefined;

  const rangeOf = ({ of, range }: Diagram) =>
    range ?? (measured?.diagram.of === of ? measured.range : UNKNOWN);
  const shownPlane = () =>
    measured && diagramPlane(measured.experiment, measured.diagram, measured.range);
  const paint = (theme: Theme) => {
    if (!measured || (painted?.by === measured && painted.theme === theme)) return;
    painted = { by: measured, theme };
    paintInto(canvas, measured, theme);
  };
  return {
    rangeOf,
    get size() {
      const [columns, rows] = [at.width, at.height].map((side) =>
        Math.round(side * devicePixelRatio),
      ) as [number, number];
      return { columns, rows };
    },
    get measured() {
      return measured;
    },
    setMeasured(next) {
      measured = next;
    },
    setTheory(next) {
      theory = next;
    },
    draw(experiment, diagram, theme) {
      const { width, height } = frame.room;
      if (width === 0) return;
      const range = rangeOf(diagram);
      const [wanted, shown] = [diagramPlane(experiment, diagram, range), shownPlane()];
      const isSame = shown !== undefined && isSamePlane(shown, wanted);
      const shares = isSame ? movedShares(measured!.results.shares, shown.x, wanted.x) : [];
      const figure = layoutDiagram({
        experiment,
        diagram,
        range,
        shares,
        ...(isSame && theory && { theory }),
        size: { width, height, fontSize: figureEm() },
        parts: BARE,
        transparent: true,
        theme,
        fonts: FONTS,
        translate,
      });
      const [plot, below] = figure.panes as [Rectangle, Rectangle];
      at = plot;
      for (const side of ['width', 'height'] as const) square.style[side] = `${at[side]}px`;
      square.style.left = `${at.x}px`;
      square.style.top = `${at.y}px`;
      axes.style.left = `${-at.x}px`;
      axes.style.top = `${-at.y}px`;
      const depth = below.y + below.height - at.y - at.height;
      square.style.setProperty('--below', `${depth}px`);
      pane.root.style.setProperty('--plot-left', `${at.x}px`);
      setAxes(figure.svg);
      paint(theme);
      canvas.hidden = !isSame || diagram.of === 'outcome';
      pane.place(shown, wanted);
    },
  };
}

/** A pixel for each bin; nothing of outcomes. */
function paintInto(canvas: HTMLCanvasElement, { results }: MeasuredDiagram, theme: Theme): void {
  const { x, rows, counts } = results;
  if (counts.length === 0) return;
  const image = new ImageData(x.length, rows);
  paintDensity(results, theme, { width: x.length, height: rows, channels: 4, data: image.data });
  [canvas.width, canvas.height] = [x.length, rows];
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}
