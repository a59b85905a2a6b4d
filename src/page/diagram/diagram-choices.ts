import {
  acrossOf,
  withAcross,
  withAcrossScale,
  withoutRange,
  withQuantity,
} from '../../experiment/editing/diagram-choice.ts';
import { withStarts } from '../../experiment/editing/ensemble-choice.ts';
import { MAX_ENSEMBLE, type Diagram, type Experiment } from '../../experiment/experiment.ts';
import { readAxis } from '../../experiment/format/read-axis.ts';
import { axisParameters, isParameterAxis } from '../../experiment/plane.ts';
import { readNumber } from '../../experiment/schema.ts';
import { parameterText } from '../../experiment/texts.ts';
import { componentSymbol } from '../../figure/axes.ts';
import { visitedSymbol } from '../../figure/diagram/diagram-figure.ts';
import { DIAGRAM_OF } from '../../measures/visits.ts';
import { COMPONENTS } from '../../models/state.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { element } from '../ui/dom.ts';
import type { DiagramEditing } from './diagram-editing.ts';

/** What of the horizon is counted, at its end. */
const SHARES = [0.1, 0.25, 0.5, 1];

/** What is across and upwards, in a line above the diagram. */
export interface DiagramChoices {
  readonly root: HTMLElement;
  show(experiment: Experiment, diagram: Diagram): void;
}

export function diagramChoices({
  change,
  changeDiagram,
}: Pick<DiagramEditing, 'change' | 'changeDiagram'>): DiagramChoices {
  const across = select(t('diagram.across'));
  const [from, to] = [textInput(t('diagram.from')), textInput(t('diagram.to'))];
  const log = element('input', { type: 'checkbox' });
  const up = select(t('diagram.up'));
  const last = select(t('diagram.last'));
  const starts = textInput(t('diagram.starts'), 'numeric');
  last.title = t('diagram.lastDoc');
  starts.title = t('diagram.startsDoc');
  up.replaceChildren(...DIAGRAM_OF.map((of) => option(of, nameOf(of))));
  const logarithmic = element('label', { class: 'log' }, log, t('diagram.logarithmic'));
  const root = element(
    'form',
    { class: 'choices', 'aria-label': t('diagram.choices') },
    group(t('diagram.across'), across, from, element('span', {}, '…'), to, logarithmic),
    group(t('diagram.up'), up),
    group(t('diagram.last'), last),
    group(t('diagram.starts'), starts),
  );
  root.addEventListener('submit', (event) => event.preventDefault());
  const setEnds = () =>
    changeDiagram((experiment, { x, ...diagram }) => {
      const scale = isParameterAxis(x) && x.scale === 'log' ? ':log' : '';
      const target = acrossOf({ x, ...diagram });
      const text = `${target}:${from.value}:${to.value}${scale}`.replaceAll('−', '-');
      return { ...withoutRange({ x, ...diagram }), x: readAxis(experiment, 'x', text) };
    });
  across.addEventListener('change', () =>
    changeDiagram((experiment, diagram) => withAcross(experiment, diagram, across.value)),
  );
  from.addEventListener('change', setEnds);
  to.addEventListener('change', setEnds);
  log.addEventListener('change', () =>
    changeDiagram((_, diagram) => withAcrossScale(diagram, log.checked ? 'log' : 'linear')),
  );
  up.addEventListener('change', () =>
    changeDiagram((_, diagram) => withQuantity(diagram, up.value as Diagram['of'])),
  );
  last.addEventListener('change', () =>
    changeDiagram((_, diagram) => ({ ...diagram, last: Number(last.value) })),
  );
  starts.addEventListener('change', () =>
    change((experiment) => {
      const limits = { min: 1, max: MAX_ENSEMBLE, integer: true };
      return withStarts(experiment, readNumber(t('diagram.starts'), starts.value, limits));
    }),
  );
  return {
    root,
    show(experiment, diagram) {
      const { x } = diagram;
      across.replaceChildren(...targets(experiment));
      across.value = acrossOf(diagram);
      from.value = String(x.min).replace('-', '−');
      to.value = String(x.max).replace('-', '−');
      logarithmic.hidden = !isParameterAxis(x);
      log.checked = isParameterAxis(x) && x.scale === 'log';
      up.value = diagram.of;
      const shares = [...new Set([...SHARES, diagram.last])].toSorted((a, b) => a - b);
      last.replaceChildren(...shares.map((share) => option(String(share), percent(share))));
      last.value = String(diagram.last);
      starts.value = String(experiment.ensemble?.starts ?? 1);
    },
  };
}

function targets(experiment: Experiment): readonly HTMLElement[] {
  return [
    element(
      'optgroup',
      { label: t('diagram.parameters') },
      ...axisParameters(experiment).map((parameter) =>
        option(parameter.name, translate(parameterText(parameter, 'symbol'))),
      ),
    ),
    element(
      'optgroup',
      { label: t('diagram.initialState') },
      ...COMPONENTS.map((component) => option(component, componentSymbol(component, true))),
    ),
  ];
}

function nameOf(of: Diagram['of']): string {
  return of === 'outcome' ? t('diagram.outcomes') : visitedSymbol(of);
}

/** A share of the horizon. */
export function percent(share: number): string {
  return `${Math.round(1000 * share) / 10}%`;
}

function group(name: string, ...nodes: readonly HTMLElement[]): HTMLElement {
  return element('span', { class: 'group' }, element('span', { class: 'name' }, name), ...nodes);
}

function select(label: string): HTMLSelectElement {
  return element('select', { 'aria-label': label });
}

function option(value: string, text: string): HTMLOptionElement {
  return element('option', { value }, text);
}

function textInput(label: string, inputmode: 'decimal' | 'numeric' = 'decimal'): HTMLInputElement {
  return element('input', { type: 'text', inputmode, size: '6', 'aria-label': label });
}
