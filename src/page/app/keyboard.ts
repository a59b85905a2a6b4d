import type { Actions } from '../shell/actions.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { chordOf, SHORTCUTS } from './shortcuts.ts';

/** Types of inputs that take no text. */
const NO_TEXT = new Set(['range', 'checkbox', 'radio', 'button', 'submit']);

export interface Shortcuts {
  destroy(): void;
}

/** Runs the action of a shortcut, unless the focused element uses the key itself. */
export function bindShortcuts(actions: Actions): Shortcuts {
  const life = lifetimeOf();
  const byChord = new Map(
    SHORTCUTS.flatMap((shortcut) => shortcut.chords.map((chord) => [chord, shortcut] as const)),
  );
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    const chord = chordOf(event);
    const shortcut = byChord.get(chord);
    if (!shortcut || (event.repeat && !shortcut.repeats)) return;
    if (event.target instanceof Element && needs(event.target, chord)) return;
    event.preventDefault();
    actions[shortcut.action]();
  };
  // In the capture phase: the panel's rows stop the propagation of keys.
  addEventListener('keydown', onKey, { capture: true, signal: life.signal });
  return { destroy: life.destroy };
}

function needs(element: Element, chord: string): boolean {
  if (element instanceof HTMLInputElement && NO_TEXT.has(element.type)) {
    return chord === ' ' && element.type !== 'range';
  }
  if (element.closest('input, textarea, [contenteditable]')) return true;
  // A select uses letters to find an option; it has no undo.
  if (element.closest('select')) return chord.length === 1;
  return chord === ' ' && element.closest('button, a, summary') !== null;
}
