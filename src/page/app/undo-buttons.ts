import { undoOf, type PointerState } from '../../experiment/editing/undo.ts';
import { t } from '../messages/messages.ts';
import type { Actions } from '../shell/actions.ts';
import type { Notices } from '../shell/notices.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { byId } from '../ui/dom.ts';
import { isMac, SHORTCUTS, spelled } from './shortcuts.ts';

/** Undo and redo of everything that the page stores. */
export interface UndoActions extends Pick<Actions, 'undo' | 'redo'> {
  destroy(): void;
}

/** Records every transition of the store, and lets two buttons and the keys take it back. */
export function openUndo(store: Store, notices: Notices): UndoActions {
  const life = lifetimeOf();
  const steps = undoOf();
  const pointer = trackPointer(life.signal);

  const words = lazyPart(notices, () => import('./describe-change.ts'));
  const restore = (action: 'undo' | 'redo') => {
    const { state } = store;
    const next = steps[action](state);
    if (!next) {
      show();
      return;
    }
    store.set(next, { undoable: false });
    void words().then((loaded) => {
      if (loaded) notices.notify('undo', loaded.announcementOf(action, state, next), true);
    });
  };
  const actions = { undo: () => restore('undo'), redo: () => restore('redo') };
  const buttons = (['undo', 'redo'] as const).map((action) => {
    const button = byId(action);
    const { chords } = SHORTCUTS.find((shortcut) => shortcut.action === action)!;
    button.title = t('keys.withKey', {
      text: t(`page.${action}`),
      key: spelled(chords[0]!, isMac()),
    });
    button.addEventListener('click', actions[action], { signal: life.signal });
    return button;
  });
  const show = () => {
    // Not `disabled`: that would take the focus away from somebody who undoes the first step.
    buttons[0]!.setAttribute('aria-disabled', String(!steps.canUndo));
    buttons[1]!.setAttribute('aria-disabled', String(!steps.canRedo));
  };

  show();
  life.onEnd(
    store.subscribe(({ state, previous, undoable }) => {
      if (undoable) steps.record(previous, state, pointer(), performance.now());
      show();
    }),
  );
  return { ...actions, destroy: life.destroy };
}

/** Tracks whether a pointer is down; keys do not count. */
function trackPointer(signal: AbortSignal): () => PointerState {
  let press = 0;
  const down = new Set<number>();
  const options = { capture: true, passive: true, signal };
  addEventListener(
    'pointerdown',
    ({ pointerId }) => {
      if (down.size === 0) press += 1;
      down.add(pointerId);
    },
    options,
  );
  const lift = ({ pointerId }: PointerEvent) => void down.delete(pointerId);
  addEventListener('pointerup', lift, options);
  addEventListener('pointercancel', lift, options);
  return () => ({ press, down: down.size > 0 });
}
