/** The share dialog; loaded on demand. */
import type { Theme } from '../../figure/colour/theme.ts';
import type { Actions } from '../shell/actions.ts';
import { byId, element, setText } from '../ui/dom.ts';
import { errorText } from '../messages/error-text.ts';
import { pictureMaker, type Scene } from './picture-maker.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import '../ui/dialog.css';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './share.css';
import { choices } from './share-fields.ts';
import type { ShareAction, ShareKind } from './share-kind.ts';
import { shareFigure } from './share-figure.ts';
import { shareLink } from './share-link.ts';
import { sharePicture } from './share-picture.ts';
import { shareTrajectories } from './share-trajectories.ts';
import { shareVideo } from './video/share-video.ts';
import { progressLine, type ProgressLine } from './progress-line.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { t } from '../messages/later.ts';

export interface ShareDependencies {
  readonly store: Store;
  readonly actions: Pick<Actions, 'copyLink' | 'copyFrame' | 'copyCitation'>;
  /** What is on the screen; undefined while there is nothing to be seen yet. */
  currentScene(): Scene | undefined;
  /** Called when the making of a file begins and ends. */
  onRunning(running: boolean): void;
}

/** The dialog with all that can be shared. */
export interface ShareDialog {
  open(background: Theme): void;
  destroy(): void;
}

export function openShareDialog(dependencies: ShareDependencies): ShareDialog {
  const life = lifetimeOf();
  const { store, actions, currentScene, onRunning } = dependencies;
  const dialog = byId('save-dialog') as HTMLDialogElement;
  const form = element('form', { method: 'dialog' });
  const message = element('p', { class: 'message', role: 'status' });
  const say = (text: string) => setText(message, text);
  const kinds: readonly ShareKind[] = [
    sharePicture(pictureMaker(currentScene)),
    shareFigure(store, currentScene, say),
    shareTrajectories(currentScene),
    shareVideo(store, currentScene),
    shareLink(store, actions, { close: () => dialog.close(), say }),
  ];
  const progress = progressLine();
  const cancel = element('button', { type: 'button', class: 'button' }, t('common.cancel'));

  const runner = actionRunner({ form, say, progress, cancel, onRunning });
  const sections = kinds.map((kind) => sectionOf(kind, (action) => void runner.run(action)));
  const picker = choices(
    'kind',
    t('share.kind'),
    kinds.map(({ id }) => [id, t(`share.kinds.${id}`)]),
  );
  const showKind = () => {
    const chosen = new FormData(form).get('kind');
    if (!runner.isRunning) say('');
    for (const { id, body, buttons } of sections) {
      body.hidden = id !== chosen;
      for (const button of buttons) button.hidden = id !== chosen;
    }
  };
  picker.classList.add('kinds');
  picker.addEventListener('change', showKind);
  const follow = () => {
    for (const kind of kinds) kind.follow?.(new FormData(form));
  };
  form.addEventListener('change', follow);
  form.append(
    element('h2', { id: 'save-title' }, t('share.title')),
    picker,
    element('div', { class: 'choices' }, ...sections.map(({ body }) => body)),
    element(
      'div',
      { class: 'foot' },
      progress.node,
      message,
      element('div', { class: 'row' }, cancel, ...sections.flatMap(({ buttons }) => buttons)),
    ),
  );
  life.append(dialog, form);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get('kind');
    const main = kinds.find(({ id }) => id === chosen)?.actions.find((action) => action.main);
    if (main && !runner.isRunning) void runner.run(main);
  });
  cancel.addEventListener('click', () => (runner.isRunning ? runner.cancel() : dialog.close()));
  dialog.addEventListener('close', runner.stop, { signal: life.signal });
  life.onEnd(runner.stop);
  life.onEnd(() => dialog.close());
  runner.stop();
  showKind();

  return {
    open(background) {
      if (dialog.open) return;
      say('');
      for (const input of form.querySelectorAll<HTMLInputElement>(`input[value=${background}]`)) {
        input.checked = true;
      }
      for (const kind of kinds) kind.refresh?.();
      follow();
      dialog.showModal();
    },
    destroy: life.destroy,
  };
}

interface RunnerParts {
  readonly form: HTMLFormElement;
  readonly progress: ProgressLine;
  readonly cancel: HTMLElement;
  say(text: string): void;
  onRunning(running: boolean): void;
}

/** Runs one action at a time, and shows how far it is and how it ended. */
function actionRunner({ form, say, progress, cancel, onRunning }: RunnerParts) {
  let running: AbortController | undefined;
  const show = (controller: AbortController | undefined) => {
    running = controller;
    for (const button of form.querySelectorAll<HTMLButtonElement>('.action')) {
      button.disabled = controller !== undefined;
    }
    progress.node.hidden = controller === undefined;
    setText(cancel, controller ? t('common.cancel') : t('common.close'));
    onRunning(controller !== undefined);
  };
  const stop = () => {
    running?.abort();
    show(undefined);
  };
  return {
    get isRunning() {
      return running !== undefined;
    },
    async run({ run: make }: ShareAction) {
      if (!form.reportValidity()) return;
      const abort = new AbortController();
      const { signal } = abort;
      show(abort);
      say('');
      progress.clear();
      try {
        const done = await make({
          data: new FormData(form),
          signal,
          // What was given up may report still.
          progress: (...now) => running === abort && progress.show(...now),
        });
        if (!signal.aborted) say(done);
      } catch (error) {
        if (!signal.aborted) say(t('share.failed', { reason: errorText(error) }));
      } finally {
        if (running === abort) show(undefined);
      }
    },
    stop,
    cancel() {
      stop();
      say(t('share.cancelled'));
    },
  };
}

/** The fields of a kind, and the buttons of the dialog's foot that act on them. */
function sectionOf({ id, fields, actions }: ShareKind, run: (action: ShareAction) => void) {
  const buttons = actions.map((action) => {
    const button = element(
      'button',
      { type: 'button', class: action.main ? 'button action main' : 'button action' },
      action.label,
    );
    button.addEventListener('click', () => run(action));
    return button;
  });
  return { id, body: element('div', { class: 'kind' }, ...fields), buttons };
}
