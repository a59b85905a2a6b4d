import type { Actions } from './actions.ts';
import { t, type MessageKey } from '../messages/messages.ts';

/** The actions that need nothing to be said. */
type SimpleAction = {
  [Name in keyof Actions]: Actions[Name] extends () => void ? Name : never;
}[keyof Actions];

/** Keys that work wherever the page has the focus, but where somebody types. */
export interface Shortcut {
  /** Each of them does it; written as `chordOf` writes them. */
  readonly chords: readonly string[];
  /** The list of keys says it by this name. */
  readonly action: SimpleAction & MessageKey<'keys.actions'>;
  /** Goes on as long as the key is held. */
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

/** What stands on the keys of a chord, each apart: `['Ctrl', 'Z']`. */
export function namesOf(chord: string, mac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
  };
  // A plus that something stands before; the key of that name stands alone or last.
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
