import { byId, element, setText } from './dom.ts';
import { download } from './download.ts';
import type { PictureChoice, PictureContent, PictureSize } from './picture-size.ts';

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

const CONTENTS: readonly Option<PictureContent>[] = [
  { value: 'both', label: 'Map and flow' },
  { value: 'map', label: 'Map' },
  { value: 'flow', label: 'Flow' },
];

const SIZES: readonly Option<PictureSize>[] = [
  { value: 'screen', label: 'Screen' },
  { value: '2048', label: '2048 px' },
  { value: '4096', label: '4096 px' },
];

const PAPERS: readonly Option<PictureChoice['paper']>[] = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'White, for print' },
];

/**
 * Returns what opens the dialog.
 * @param onRunning is told when the making of a picture begins and ends
 */
export function saveDialog(
  make: MakePicture,
  onRunning: (running: boolean) => void,
): (paper: PictureChoice['paper']) => void {
  const dialog = byId('save-dialog') as HTMLDialogElement;
  const form = element('form', { method: 'dialog' });
  const message = element('p', { class: 'message', role: 'status' });
  const bar = element('progress', {
    max: '1',
    value: '0',
    'aria-label': 'Progress of the picture',
  });
  const cancel = element('button', { type: 'button', class: 'button' }, 'Cancel');
  const save = element('button', { type: 'submit', class: 'button main' }, 'Save PNG');
  form.append(
    element('h2', { id: 'save-title' }, 'Save picture'),
    choices('content', 'What', CONTENTS),
    choices('size', 'Width', SIZES),
    choices('paper', 'Paper', PAPERS),
    element(
      'p',
      { class: 'hint' },
      'With axes, colour bar and a caption that states the experiment; the file also carries it.',
    ),
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
      setText(
        message,
        `The picture could not be made: ${error instanceof Error ? error.message : String(error)}`,
      );
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
