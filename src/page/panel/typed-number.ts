import type { NumberController } from 'lil-gui';
import { ChoiceError } from '../../experiment/refusal.ts';
import { readNumber, type NumberRange } from '../../experiment/schema.ts';
import type { Message } from '../../models/message.ts';

/** What a field for a number is bound to. */
interface Binding {
  /** For messages. */
  readonly name: string;
  readonly range: NumberRange;
  get(): number;
  set(value: number): void;
  /** What was typed cannot be taken; the value stays as it was. */
  refuse(refusal: Message): void;
}

/**
 * Reads what is typed into a number's field once it is finished, as everything in Ganfield reads
 * numbers. lil-gui itself takes every prefix of a text that begins like a number, so its own
 * listener gets no input event; those for keys, wheel and drag find a plain number in the field.
 */
export function bindTypedNumber({ $input, $widget }: NumberController, binding: Binding): void {
  const { name, range, get, set, refuse } = binding;
  let edited = false;
  const finish = () => {
    if (!edited) return;
    edited = false;
    try {
      set(readNumber(name, $input.value, range));
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      refuse(error.refusal);
    }
    $input.value = String(get());
  };
  const beforeOwnListeners = (type: string, listener: (event: Event) => void) =>
    $widget.addEventListener(
      type,
      (event) => {
        if (event.target === $input) listener(event);
      },
      { capture: true, passive: true },
    );
  beforeOwnListeners('input', (event) => {
    edited = true;
    event.stopPropagation();
  });
  beforeOwnListeners('blur', finish);
  beforeOwnListeners('wheel', finish);
  beforeOwnListeners('keydown', (event) => {
    if (['ArrowUp', 'ArrowDown'].includes((event as KeyboardEvent).key)) finish();
  });
  // A field of type number drops what it cannot read: on touch screens 1/3 becomes 13.
  $input.type = 'text';
  if (range.min >= 0) $input.inputMode = 'decimal';
}
