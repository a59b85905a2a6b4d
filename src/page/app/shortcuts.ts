import type { Actions } from '../shell/actions.ts';
import { t, type MessageKey } from '../messages/messages.ts';

/** The actions without arguments. */
type SimpleAction = {
  [Name in keyof Actions]: Actions[Name] extends () => void ? Name : never;
}[keyof Actions];

/** Keys that work anywhere on the page but in text fields. */
export interface Shortcut {
  /** Equivalent key combinations, in the form that `chordOf` returns. */
  readonly chords: readonly string[];
  /** Its text in the list of keys has this name. */
  readonly action: SimpleAction & MessageKey<'keys.actions'>;
  /** Repeats while the key is held down. */
  readonly repeats?: true;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { chords: [' '], action: 'playPause' },
  { chords: ['r'], action: 'restart' },
  { chords: ['.'], action: 'stepOn', repeats: true },
  { chords: [','], action: 'stepBack', repeats: true },
  { chords: ['m'], action: 'nextModel', repeats: true },
  { chords: ['shift+m'], action: 'previousModel', repeats: true },
  { chords: ['a'], action: 'animate' },
  { chords: ['d'], action: 'diagram' },
  { chords: ['b'], action: 'boundary' },
  { chords: ['s'], action: 'share' },
  { chords: ['mod+z'], action: 'undo', repeats: true },
  { chords: ['mod+shift+z', 'mod+y'], action: 'redo', repeats: true },
  { chords: ['?'], action: 'showKeys' },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** `m`, `shift+m`, `mod+z` with Ctrl or Cmd, `PageUp`; Shift counts where the key alone is a letter. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const lower = key.length === 1 ? key.toLowerCase() : key;
  const isLetter = key.length === 1 && lower !== key.toUpperCase();
  return `${ctrlKey || metaKey ? 'mod+' : ''}${shiftKey && isLetter ? 'shift+' : ''}${lower}`;
}

/** The labels of a chord's keys: `['Ctrl', 'Z']`. */
export function namesOf(chord: string, mac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
  };
  // Splits at a plus after another character; the key "+" itself stands alone or last.
  return chord.split(/(?<=.)\+/).map((part) => names[part] ?? nameOfKey(part));
}

/** Keys that are called otherwise than they are written in chords. */
const NAMED = {
  ' ': 'keys.names.Space',
  ArrowLeft: 'keys.names.ArrowLeft',
  ArrowRight: 'keys.names.ArrowRight',
  ArrowUp: 'keys.names.ArrowUp',
  ArrowDown: 'keys.names.ArrowDown',
  PageUp: 'keys.names.PageUp',
  PageDown: 'keys.names.PageDown',
} as const;

function nameOfKey(key: string): string {
  if (key in NAMED) return t(NAMED[key as keyof typeof NAMED]);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A chord as tooltips write it: `Ctrl+Z`. */
export function spelled(chord: string, mac: boolean): string {
  return namesOf(chord, mac).join('+');
}

export function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
}
