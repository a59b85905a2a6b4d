import {
  presentFraction,
  presentValue,
  withPresent,
} from '../../experiment/diagram/diagram-window.ts';
import { diagramAxis } from '../../experiment/diagram/diagram.ts';
import type { Diagram, Experiment } from '../../experiment/experiment.ts';
import { isParameterAxis } from '../../experiment/plane.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { element, setText } from '../ui/dom.ts';

/** A key moves the line by this fraction of the diagram, with shift by ten times as much. */
const STEP = 0.01;

/** The line at the present value: to be dragged. */
export interface DiagramLine {
  show(experiment: Experiment, diagram: Diagram): void;
}

/**
 * A button, as what begins on one inside the square is its own and pans nothing.
 * @param onMove takes the experiment with another value
 */
export function diagramLine(
  square: HTMLElement,
  present: () => Experiment,
  onMove: (experiment: Experiment) => void,
): DiagramLine {
  const value = element('span', { class: 'value', 'aria-hidden': 'true' });
  const attributes = { type: 'button', class: 'line', role: 'slider', 'data-pinch': '' } as const;
  const line = element('button', attributes, value);
  square.append(line);
  const moveTo = (fraction: number) => {
    const experiment = present();
    if (experiment.diagram) onMove(withPresent(experiment, experiment.diagram, fraction));
  };
  line.addEventListener('pointerdown', (event) => {
    if (event.button === 0) line.setPointerCapture(event.pointerId);
  });
  line.addEventListener('pointermove', (event) => {
    if (!line.hasPointerCapture(event.pointerId)) return;
    const box = square.getBoundingClientRect();
    moveTo((event.clientX - box.left) / box.width);
  });
  line.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const { diagram } = present();
    if (!diagram || ctrlKey || metaKey || altKey) return;
    const at = within(presentFraction(present(), diagram));
    const step = STEP * (shiftKey ? 10 : 1);
    const keys: Readonly<Record<string, number>> = {
      ArrowLeft: at - step,
      ArrowDown: at - step,
      ArrowRight: at + step,
      ArrowUp: at + step,
      Home: 0,
      End: 1,
    };
    const next = keys[key];
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  });
  return {
    show(experiment, diagram) {
      const exact = presentFraction(experiment, diagram);
      const at = within(exact);
      square.style.setProperty('--across', `${100 * at}%`);
      // Beyond the diagram it waits at the edge.
      line.classList.toggle('beyond', at !== exact);
      line.classList.toggle('late', at > 0.5);
      const axis = diagramAxis(experiment, diagram);
      const symbol = axisSymbol(axis, !isParameterAxis(axis), translate);
      const number = formatNumber(presentValue(experiment, diagram));
      const text = t('diagram.present', { symbol, value: number });
      setText(value, text);
      line.setAttribute('aria-label', t('diagram.line', { symbol }));
      line.title = t('diagram.line', { symbol });
      line.setAttribute('aria-valuemin', String(diagram.x.min));
      line.setAttribute('aria-valuemax', String(diagram.x.max));
      line.setAttribute('aria-valuenow', String(presentValue(experiment, diagram)));
      line.setAttribute('aria-valuetext', text);
    },
  };
}

function within(fraction: number): number {
  // A logarithmic axis has no place for 0 and for what is below it.
  return Number.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
}
