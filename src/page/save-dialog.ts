import { byId, element, setText } from './dom.ts';
import { download } from './download.ts';
import type { PictureChoice, PictureContent, PictureSize } from './picture-size.ts';
import { words } from './words/words.ts';

/** Makes a picture and gives it to the browser as a download. */
export type MakePicture = (
  choice: PictureChoice,
  signal: AbortSignal,
  progress: (share: number) => void,
) => Promise<{ readonly blob: Blob; readonly name: string }>;

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

function contents(): readonly Option<PictureContent>[] {
  const { both, map, flow } = words().save;
  return [
    { value: 'both', label: both },
    { value: 'map', label: map },
    { value: 'flow', label: flow },
  ];
}

function sizes(): readonly Option<PictureSize>[] {
  const { screen, pixels } = words().save;
  return [
    { value: 'screen', label: screen },
    { value: '2048', label: pixels('2048') },
    { value: '4096', label: pixels('4096') },
  ];
}

function papers(): readonly Option<PictureChoice['paper']>[] {
  const { dark, light } = words().save;
  return [
    { value: 'dark', label: dark },
    { value: 'light', label: light },
  ];
}

/**
 * Returns what opens the dialog.
 * @param onRunning is told when the making of a picture begins and ends
 */
export function saveDialog(
  make: MakePicture,
  onRunning: (running: boolean) => void,
): (paper: PictureChoice['paper']) => void {
  const text = words().save;
  const dialog = byId('save-dialog') as HTMLDialogElement;
  const form = element('form', { method: 'dialog' });
  const message = element('p', { class: 'message', role: 'status' });
  const bar = element('progress', {
    max: '1',
    value: '0',
    'aria-label': text.progress,
  });
  const cancel = element('button', { type: 'button', class: 'button' }, words().common.cancel);
  const save = element('button', { type: 'submit', class: 'button main' }, text.savePng);
  form.append(
    element('h2', { id: 'save-title' }, text.title),
    choices('content', text.what, contents()),
    choices('size', text.width, sizes()),
    choices('paper', text.paper, papers()),
    element('p', { class: 'hint' }, text.hint),
    bar,
    message,
    element('div', { class: 'row' }, cancel, save),
  );
  dialog.append(form);

  let running: AbortController | undefined;
  const showRunning = (controller: AbortController | undefined) => {
    running = controller;
    save.disabled = controller !== undefined;
    bar.hidden = controller === undefined;
    onRunning(controller !== undefined);
  };
  const run = async () => {
    const abort = new AbortController();
    showRunning(abort);
    setText(message, '');
    bar.value = 0;
    try {
      const { blob, name } = await make(readChoice(form), abort.signal, (share) => {
        bar.value = share;
      });
      if (abort.signal.aborted) return;
      download(blob, name);
      dialog.close();
    } catch (error) {
      if (abort.signal.aborted) return;
      setText(message, text.failed(error instanceof Error ? error.message : String(error)));
    } finally {
      if (running === abort) showRunning(undefined);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    running?.abort();
    showRunning(undefined);
  });
  bar.hidden = true;

  return (paper) => {
    if (dialog.open) return;
    setText(message, '');
    form.querySelector<HTMLInputElement>(`input[name=paper][value=${paper}]`)!.checked = true;
    dialog.showModal();
  };
}

function choices(name: string, title: string, options: readonly Option<string>[]): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', {}, title),
    ...options.map(({ value, label }, i) => {
      const input = element('input', { type: 'radio', name, value });
      input.checked = i === 0;
      return element('label', {}, input, element('span', {}, label));
    }),
  );
}

function readChoice(form: HTMLFormElement): PictureChoice {
  const data = new FormData(form);
  return {
    content: data.get('content') as PictureContent,
    size: data.get('size') as PictureSize,
    paper: data.get('paper') as PictureChoice['paper'],
  };
}
