import { diagramAxis } from '../../experiment/diagram/diagram.ts';
import { diagramPlane } from '../../experiment/diagram/diagram-window.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { isParameterAxis, valueAt } from '../../experiment/plane.ts';
import { isSameSlice } from '../../experiment/viewport.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { visitedSymbol } from '../../figure/diagram/diagram-figure.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import type { DiagramDrawing } from './diagram-drawing.ts';
import type { DiagramFrame } from './diagram-frame.ts';

/**
 * Shows what is under the pointer.
 * @param present what is shown
 * @returns what shows it anew, after the diagram has changed
 */
export function bindReading(
  { pane, showReading }: DiagramFrame,
  drawing: DiagramDrawing,
  present: () => Experiment,
): () => void {
  const { square } = pane;
  let pointer: Pick<PointerEvent, 'clientX' | 'clientY'> | undefined;
  const show = () => {
    const { diagram } = present();
    if (!pointer || !diagram) return showReading('');
    const { clientX, clientY } = pointer;
    const box = square.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / box.width, (box.bottom - clientY) / box.height];
    const isInside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    showReading(isInside ? readingAt(drawing, present(), diagram, x, y) : '');
  };
  const follow = (event: PointerEvent | undefined) => {
    pointer = event;
    show();
  };
  square.addEventListener('pointermove', follow);
  square.addEventListener('pointerleave', () => follow(undefined));
  return show;
}

/** What is at a place, in fractions of the pane from its lower left. */
function readingAt(
  { measured, rangeOf }: DiagramDrawing,
  experiment: Experiment,
  diagram: Diagram,
  x: number,
  y: number,
): string {
  const [low, high] = rangeOf(diagram);
  const axis = diagramAxis(experiment, diagram);
  const symbol = axisSymbol(axis, !isParameterAxis(axis), translate);
  const across = `${symbol} = ${numberBetween(axis.min, axis.max, valueAt(axis, x))}`;
  if (diagram.of === 'outcome') return across;
  const value = numberBetween(low, high, low + y * (high - low));
  const at = [across, `${visitedSymbol(diagram.of)} = ${value}`].join(t('common.comma'));
  const share =
    measured && isSeen(measured, experiment, diagram, [low, high])
      ? shareAt(measured.results, x, y)
      : undefined;
  return share === undefined ? at : t('diagram.reading', { at, share });
}

type Measured = NonNullable<DiagramDrawing['measured']>;

function isSeen(
  measured: Measured,
  experiment: Experiment,
  diagram: Diagram,
  range: readonly [low: number, high: number],
): boolean {
  const shown = diagramPlane(measured.experiment, measured.diagram, measured.range);
  return isSameSlice(shown, diagramPlane(experiment, diagram, range));
}

/** Most bins have a small share of their column's states: two digits of it. */
function shareAt(
  { counts, counted, rows, x: columns }: Measured['results'],
  x: number,
  y: number,
): string {
  const column = Math.min(columns.length - 1, Math.floor(x * columns.length));
  const row = Math.min(rows - 1, Math.floor(y * rows));
  const share = counts[column * rows + row]! / counted[column]!;
  return `${formatNumber(Number((100 * share).toPrecision(2)))}%`;
}

/** As finely as a pane's pixels tell values apart. */
function numberBetween(min: number, max: number, value: number): string {
  const decimals = Math.max(0, 3 - Math.floor(Math.log10(max - min) + 1e-9));
  return formatNumber(Number(value.toFixed(Math.min(15, decimals))));
}
