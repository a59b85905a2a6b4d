import type { Actions } from './actions.ts';
import { describeChange } from './describe-change.ts';
import { stateOf, type PageState } from '../../experiment/editing/page-state.ts';
import { byId } from '../ui/dom.ts';
import type { Notices } from './notices.ts';
import { isMac, SHORTCUTS, spelled } from './shortcuts.ts';
import type { Store } from './store.ts';
import { undoOf, type PointerState } from '../../experiment/editing/undo.ts';
import { t } from '../messages/messages.ts';

/** Undo and redo; `clear` empties the stack where another experiment replaces the present one. */
export interface Changes extends Pick<Actions, 'undo' | 'redo'> {
  clear(): void;
}

/**
 * Records every change of the experiment and binds undo and redo to their buttons.
 * @param isContinuation whether the present change belongs to one that has been recorded
 */
export function trackChanges(
  store: Store,
  notices: Notices,
  isContinuation: () => boolean,
): Changes {
  const steps = undoOf();
  const pointer = trackPointer();
  let restoring = false;
  store.subscribe((after, before) => {
    if (!restoring && !isContinuation()) {
      steps.record(
        stateOf({ experiment: before }),
        stateOf({ experiment: after }),
        pointer(),
        performance.now(),
      );
    }
    show();
  });

  const restore = (
    announcement: (change: string) => string,
    step: (present: PageState) => PageState | undefined,
  ) => {
    const present = stateOf({ experiment: store.experiment });
    const next = step(present);
    if (!next) return;
    restoring = true;
    store.update(next.experiment);
    restoring = false;
    notices.announce(announcement(describeChange(present, next)));
  };
  const actions = {
    undo: () => restore((change) => t('notices.undone', { change }), steps.undo),
    redo: () => restore((change) => t('notices.redone', { change }), steps.redo),
  };

  const buttons = (['undo', 'redo'] as const).map((action) => {
    const button = byId(action);
    const { chords } = SHORTCUTS.find((shortcut) => shortcut.action === action)!;
    button.title = t('keys.withKey', {
      text: t(`page.${action}`),
      key: spelled(chords[0]!, isMac()),
    });
    button.addEventListener('click', actions[action]);
    return button;
  });
  const show = () => {
    // Not `disabled`: that would take the focus away from somebody who undoes the first step.
    buttons[0]!.setAttribute('aria-disabled', String(!steps.canUndo));
    buttons[1]!.setAttribute('aria-disabled', String(!steps.canRedo));
  };
  show();
  return {
    ...actions,
    clear() {
      steps.clear();
      show();
    },
  };
}

/** Tracks whether a pointer is down; keys do not count. */
function trackPointer(): () => PointerState {
  let press = 0;
  const down = new Set<number>();
  const options = { capture: true, passive: true };
  addEventListener(
    'pointerdown',
    ({ pointerId }) => {
      if (down.size === 0) press += 1;
      down.add(pointerId);
    },
    options,
  );
  const release = ({ pointerId }: PointerEvent) => void down.delete(pointerId);
  addEventListener('pointerup', release, options);
  addEventListener('pointercancel', release, options);
  return () => ({ press, down: down.size > 0 });
}
