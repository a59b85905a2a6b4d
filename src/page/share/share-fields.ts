import { element } from '../ui/dom.ts';

/** Radio buttons in a row; the first is chosen. */
export function choices(
  name: string,
  title: string,
  options: readonly (readonly [value: string, label: string])[],
): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', {}, title),
    ...options.map(([value, label], i) => {
      const input = element('input', { type: 'radio', name, value });
      input.checked = i === 0;
      return element('label', {}, input, element('span', {}, label));
    }),
  );
}

export function checkbox(name: string, label: string): HTMLElement {
  const input = element('input', { type: 'checkbox', name, value: 'true' });
  return element('label', { class: 'checkbox' }, input, element('span', {}, label));
}

/** A control under its name. */
export function field(label: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

export function numberField(
  name: string,
  label: string,
  range: { readonly min?: number; readonly max?: number; readonly value?: number },
): HTMLElement {
  const { min, max, value } = range;
  const text = (bound: number | undefined) => (bound === undefined ? undefined : String(bound));
  return field(
    label,
    element('input', {
      type: 'number',
      name,
      step: 'any',
      required: '',
      min: text(min),
      max: text(max),
      value: text(value),
    }),
  );
}
