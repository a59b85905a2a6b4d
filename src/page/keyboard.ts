import type { Actions } from './actions.ts';

/** Space plays or pauses, r restarts, s saves; not while somebody types or chooses. */
export function followKeys(actions: Actions): void {
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => actions.playPause(),
    r: () => actions.restart(),
    s: () => actions.savePicture(),
  };
  addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
    if (ctrlKey || metaKey || altKey || repeat || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    if (target instanceof Element && target.closest('input, select, textarea, [contenteditable]'))
      return;
    // A focused button takes the space bar for itself.
    if (key === ' ' && target instanceof Element && target.closest('button, a')) return;
    const action = keys[key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
