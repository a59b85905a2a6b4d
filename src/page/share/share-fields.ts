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

export function checkbox(name: string, label: string, checked = false): HTMLElement {
  const input = element('input', { type: 'checkbox', name, value: 'true' });
  input.checked = checked;
  return element('label', { class: 'checkbox' }, input, element('span', {}, label));
}

/** A control under its name. */
export function field(label: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

/** A number as text: a field of type number drops what it cannot read, and 1/3 becomes 13. */
export function numberField(name: string, label: string, value = ''): HTMLElement {
  return field(label, element('input', { type: 'text', name, required: '', value }));
}
