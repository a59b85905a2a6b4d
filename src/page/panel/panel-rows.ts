import type { GUI } from 'lil-gui';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Parameter, Value } from '../../models/parameter.ts';
import { element } from '../ui/dom.ts';
import { clamp, type Range } from '../../experiment/editing/slider-scale.ts';
import { SliderController } from './slider-controller.ts';
import { shownBy } from './shown.ts';
import type { NumberRange } from '../../experiment/schema.ts';
import { bindTypedNumber } from './typed-number.ts';
import { t, translate } from '../messages/messages.ts';
import { optionText, parameterText, unitText } from '../../experiment/texts.ts';
import type { Message } from '../../models/message.ts';

/** Applies the user's choices: one key and value as `assign` does, or a whole experiment. */
export interface Edit {
  assign(key: string, value: unknown): void;
  replace(change: (experiment: Experiment) => Experiment): void;
}

/** A row of the panel that is shown. */
export interface Control {
  show(experiment: Experiment): void;
  destroy(): void;
}

/** The description of a row of the panel. */
export interface Row {
  /** Rows with the same key are the same row. */
  readonly key: unknown;
  /** @param refuse says why something cannot be taken */
  add(folder: GUI, refuse: (refusal: Message) => void): Control;
}

/** Reads and writes the value of a row. */
export interface Binding<T> {
  get(experiment: Experiment): T;
  set(value: T): void;
}

interface Label {
  readonly name: string;
  /** Shown when the pointer rests on the row. */
  readonly doc: string;
}

/** The row of a declared parameter. */
export function parameterRow(
  parameter: Parameter,
  set: (value: Value) => void,
  names: Readonly<Record<string, string>> = {},
): Row {
  const { name } = parameter;
  const get = (experiment: Experiment) => experiment.values[name]!;
  const unit = parameter.kind === 'number' ? parameter.unit : undefined;
  const text = translate(parameterText(parameter, 'doc'));
  const label = {
    name: translate(parameterText(parameter, 'symbol')),
    doc: unit ? t('panel.unit', { doc: text, unit: translate(unitText(unit)) }) : text,
  };
  switch (parameter.kind) {
    case 'number':
      return numberRow(parameter, label, parameter, {
        get: (experiment) => Number(get(experiment)),
        set,
      });
    case 'choice':
      return choiceRow(
        parameter,
        label,
        () =>
          parameter.options.map((option) => [
            names[option] ?? translate(optionText(parameter, option)),
            option,
          ]),
        { get: (experiment) => String(get(experiment)), set },
      );
    case 'boolean':
      return {
        key: parameter,
        add: (folder) => {
          const holder = { value: parameter.default };
          const controller = folder.add(holder, 'value').onChange((value: boolean) => {
            shown.forget();
            set(value);
          });
          describe(controller.domElement, controller.$name, label);
          const shown = shownBy((value: boolean) => {
            holder.value = value;
            controller.updateDisplay();
          });
          return {
            show: (experiment) => shown.show(get(experiment) === true),
            destroy: () => controller.destroy(),
          };
        },
      };
  }
}

/**
 * A number with a slider; what is typed may be finer than its step. Keys, wheel and drag stop at
 * `limits`; what is typed beyond them is refused.
 */
export function numberRow(
  key: unknown,
  label: Label,
  range: Range & NumberRange,
  { get, set }: Binding<number>,
  limits: NumberRange = range,
): Row {
  return {
    key,
    add: (folder, refuse) => {
      const holder = { value: range.min };
      const controller = new SliderController(folder, holder, range, (value) =>
        set(clamp(limits, value)),
      );
      bindTypedNumber(controller, {
        name: label.name,
        range: limits,
        get: () => holder.value,
        set,
        refuse,
      });
      if (isParameter(key)) controller.domElement.dataset['name'] = key.name;
      describe(controller.domElement, controller.$name, label);
      return {
        show: (experiment) => {
          holder.value = get(experiment);
          controller.updateDisplay();
        },
        destroy: () => controller.destroy(),
      };
    },
  };
}

/** Rows of declared parameters have the parameter as their key. */
function isParameter(key: unknown): key is Parameter {
  return typeof key === 'object' && key !== null && 'name' in key;
}

/**
 * A choice by name. `options` are asked anew at every change, as pairs of name and value;
 * `groupOf` says under which heading a name stands.
 */
export function choiceRow(
  key: unknown,
  label: Label,
  options: (experiment: Experiment | undefined) => readonly (readonly [string, string])[],
  { get, set }: Binding<string>,
  groupOf?: (value: string) => string,
): Row {
  return {
    key,
    add: (folder) => {
      const holder = { value: '' };
      let controller = folder.add(holder, 'value', {}).onChange((value: string) => {
        chosen.forget();
        set(value);
      });
      describe(controller.domElement, controller.$name, label);
      const offered = shownBy((entries: string) => {
        chosen.forget();
        controller = controller.options(JSON.parse(entries));
        if (groupOf) group(controller.domElement.querySelector('select')!, groupOf);
      });
      const chosen = shownBy((value: string) => {
        holder.value = value;
        controller.updateDisplay();
      });
      return {
        show: (experiment) => {
          offered.show(JSON.stringify(Object.fromEntries(options(experiment))));
          chosen.show(get(experiment));
        },
        destroy: () => controller.destroy(),
      };
    },
  };
}

/** Puts the options of a list, which are in the order of their groups, under their groups' names. */
function group(select: HTMLSelectElement, groupOf: (value: string) => string): void {
  for (const option of Array.from(select.options)) {
    const label = groupOf(option.textContent);
    if (label === '') {
      select.append(option);
      continue;
    }
    const last = select.lastElementChild;
    const present =
      last instanceof HTMLOptGroupElement && last.label === label
        ? last
        : element('optgroup', { label });
    present.append(option);
    select.append(present);
  }
}

/** A text field that is applied when editing ends. */
export function textRow(key: unknown, label: Label, { get, set }: Binding<string>): Row {
  return {
    key,
    add: (folder) => {
      const holder = { value: '' };
      const controller = folder.add(holder, 'value');
      controller.onChange(() => shown.forget()).onFinishChange(set);
      describe(controller.domElement, controller.$name, label);
      const shown = shownBy((value: string) => {
        holder.value = value;
        controller.updateDisplay();
      });
      return {
        show: (experiment) => shown.show(get(experiment)),
        destroy: () => controller.destroy(),
      };
    },
  };
}

function describe(row: HTMLElement, name: HTMLElement, label: Label): void {
  name.textContent = label.name;
  row.title = label.doc;
}
