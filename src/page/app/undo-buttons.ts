import type { Actions } from './actions.ts';
import { describeChange } from './describe-change.ts';
import { stateOf, type PageState } from '../../experiment/editing/page-state.ts';
import { byId } from '../ui/dom.ts';
import type { Notices } from './notices.ts';
import { isMac, SHORTCUTS, spelled } from './shortcuts.ts';
import type { Store } from './store.ts';
import { undoOf, type Hand } from '../../experiment/editing/undo.ts';
import { words } from '../messages/words.ts';

/** Undo and redo, and what ends them where another experiment takes the place of the present one. */
export interface Changes extends Pick<Actions, 'undo' | 'redo'> {
  forget(): void;
}

/**
 * Notes every change of the experiment, and lets two buttons and the keys take it back.
 * @param goesOn whether the present change belongs to one that has been noted
 */
export function followChanges(store: Store, notices: Notices, goesOn: () => boolean): Changes {
  const steps = undoOf();
  const hand = watchHand();
  let travelling = false;
  store.subscribe((after, before) => {
    if (!travelling && !goesOn()) {
      steps.note(
        stateOf({ experiment: before }),
        stateOf({ experiment: after }),
        hand(),
        performance.now(),
      );
    }
    show();
  });

  const travel = (
    say: (change: string) => string,
    step: (present: PageState) => PageState | undefined,
  ) => {
    const present = stateOf({ experiment: store.experiment });
    const next = step(present);
    if (!next) return;
    travelling = true;
    store.update(next.experiment);
    travelling = false;
    notices.murmur(say(describeChange(present, next)));
  };
  const actions = {
    undo: () => travel(words().notices.undone, steps.undo),
    redo: () => travel(words().notices.redone, steps.redo),
  };

  const buttons = (['undo', 'redo'] as const).map((action) => {
    const button = byId(action);
    const { chords } = SHORTCUTS.find((shortcut) => shortcut.action === action)!;
    button.title = words().keys.withKey(words().page[action], spelled(chords[0]!, isMac()));
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
    forget() {
      steps.forget();
      show();
    },
  };
}

/** Whether a pointer is down at present; a touch of the keyboard is none. */
function watchHand(): () => Hand {
  let touch = 0;
  const down = new Set<number>();
  const options = { capture: true, passive: true };
  addEventListener(
    'pointerdown',
    ({ pointerId }) => {
      if (down.size === 0) touch += 1;
      down.add(pointerId);
    },
    options,
  );
  const lift = ({ pointerId }: PointerEvent) => void down.delete(pointerId);
  addEventListener('pointerup', lift, options);
  addEventListener('pointercancel', lift, options);
  return () => ({ touch, down: down.size > 0 });
}
