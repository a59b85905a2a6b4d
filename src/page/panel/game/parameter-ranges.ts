/** From where to where the sliders of a game's parameters reach. */
import type { ParameterRange } from '../../../game/game-source.ts';
import { parseNumber } from '../../../experiment/format/number.ts';
import type { NumberParameter } from '../../../models/parameter.ts';
import { t } from '../../messages/later.ts';
import { clamp } from '../../../experiment/editing/slider-scale.ts';
import { element } from '../../ui/dom.ts';

export interface ParameterRanges {
  readonly root: HTMLElement;
  show(parameters: readonly NumberParameter[]): void;
}

/** What `readSource` takes. */
const FARTHEST = 1e6;

export function parameterRanges(
  set: (name: string, range: ParameterRange) => void,
): ParameterRanges {
  const list = element('div', { class: 'ranges' });
  const root = element('fieldset', {}, element('legend', {}, t('editor.ranges')), list);
  let shown = '';
  return {
    root,
    show(parameters) {
      root.hidden = parameters.length === 0;
      const key = JSON.stringify(parameters.map(({ name, min, max }) => [name, min, max]));
      if (key === shown) return;
      shown = key;
      const focused = document.activeElement?.id;
      list.replaceChildren(...parameters.flatMap((parameter) => rowOf(parameter, set)));
      if (focused?.startsWith('game-range-')) document.getElementById(focused)?.focus();
    },
  };
}

function rowOf(
  parameter: NumberParameter,
  set: (name: string, range: ParameterRange) => void,
): readonly HTMLElement[] {
  const { name, symbol, min, max } = parameter;
  const inputs = (['min', 'max'] as const).map((end) =>
    element('input', {
      id: `game-range-${name}-${end}`,
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-label': end === 'min' ? t('editor.from', { name }) : t('editor.to', { name }),
      value: String(parameter[end]),
    }),
  );
  const change = () => {
    const [from, to] = inputs.map(({ value }) => parseNumber(value)) as [number, number];
    const isRange = from < to && -FARTHEST <= from && to <= FARTHEST;
    for (const input of inputs) input.setAttribute('aria-invalid', String(!isRange));
    if (!isRange || (from === min && to === max)) return;
    const standard = clamp({ min: from, max: to }, parameter.default);
    set(name, { default: standard, min: from, max: to });
  };
  for (const input of inputs) input.addEventListener('change', change);
  return [element('span', {}, symbol), inputs[0]!, element('span', {}, '…'), inputs[1]!];
}
