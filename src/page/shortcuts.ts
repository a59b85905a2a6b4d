import type { Actions } from './actions.ts';

/** The actions that need nothing to be said. */
type Deed = {
  [Name in keyof Actions]: Actions[Name] extends () => void ? Name : never;
}[keyof Actions];

/** Keys that work wherever the page has the focus, but where somebody types. */
export interface Shortcut {
  /** Each of them does it; written as `chordOf` writes them. */
  readonly chords: readonly string[];
  /** As in "Space: play or pause the flow". */
  readonly text: string;
  readonly action: Deed;
  /** Goes on as long as the key is held. */
  readonly repeats?: true;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { chords: [' '], text: 'play or pause the flow', action: 'playPause' },
  { chords: ['r'], text: 'restart the flow', action: 'restart' },
  { chords: ['.'], text: 'one step on', action: 'stepOn', repeats: true },
  { chords: [','], text: 'one step back', action: 'stepBack', repeats: true },
  { chords: ['m'], text: 'next model', action: 'nextModel', repeats: true },
  { chords: ['shift+m'], text: 'previous model', action: 'previousModel', repeats: true },
  { chords: ['a'], text: 'animate a parameter, or pause it', action: 'animate' },
  { chords: ['s'], text: 'share or save', action: 'share' },
  { chords: ['mod+z'], text: 'undo', action: 'undo', repeats: true },
  { chords: ['mod+shift+z', 'mod+y'], text: 'redo', action: 'redo', repeats: true },
  { chords: ['?'], text: 'this list', action: 'showKeys' },
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
    ' ': 'Space',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    PageUp: 'Page up',
    PageDown: 'Page down',
  };
  // A plus that something stands before; the key of that name stands alone or last.
  return chord
    .split(/(?<=.)\+/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** A chord as tooltips write it: `Ctrl+Z`. */
export function spelled(chord: string, mac: boolean): string {
  return namesOf(chord, mac).join('+');
}

export function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
}
