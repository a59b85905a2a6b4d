import { element } from '../ui/dom.ts';
import type { MakePicture } from './picture-maker.ts';
import type { PictureChoice } from '../../figure/picture-size.ts';
import { choices, checkbox } from './share-fields.ts';
import { savedFile, type ShareRun, type ShareKind } from './share-kind.ts';
import { t } from '../messages/later.ts';

/** Map and flow as a PNG: a file, or on the clipboard. */
export function sharePicture(make: MakePicture): ShareKind {
  const picture = ({ data, signal, progress }: ShareRun) => make(choiceOf(data), signal, progress);
  return {
    id: 'picture',
    fields: [
      choices('content', t('share.content'), [
        ['both', t('share.contents.both')],
        ['map', t('share.contents.map')],
        ['flow', t('share.contents.flow')],
      ]),
      choices('size', t('share.width'), [
        ['screen', t('share.screen')],
        ['2048', t('share.pixels', { width: 2048 })],
        ['4096', t('share.pixels', { width: 4096 })],
      ]),
      backgroundChoices('background'),
      checkbox('transparent', t('share.transparent')),
      element('p', { class: 'hint' }, t('share.picture.hint')),
    ],
    actions: [
      {
        label: t('share.picture.copy'),
        async run(running) {
          const made = picture(running).then(({ blob }) => blob);
          await copyPicture(made, t('share.picture.refused'));
          return t('share.picture.copied');
        },
      },
      {
        label: t('share.picture.save'),
        main: true,
        async run(running) {
          const { blob, name } = await picture(running);
          running.signal.throwIfAborted();
          return savedFile(blob, name);
        },
      },
    ],
  };
}

/** The background of what is shared. */
export function backgroundChoices(name: string): HTMLElement {
  return choices(name, t('share.paper'), [
    ['dark', t('share.papers.dark')],
    ['light', t('share.papers.light')],
  ]);
}

/**
 * Browsers allow a copy only right after a user's gesture, so the clipboard gets at
 * once a promise of the picture.
 */
async function copyPicture(picture: Promise<Blob>, refused: string): Promise<void> {
  // An error of the picture itself is reported as it is.
  let failure: unknown;
  const watched = picture.catch((error: unknown) => {
    failure = error;
    throw error;
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': watched })]);
  } catch {
    await watched;
    throw failure ?? new Error(refused);
  }
}

function choiceOf(data: FormData): PictureChoice {
  return {
    content: data.get('content') as PictureChoice['content'],
    size: data.get('size') as PictureChoice['size'],
    background: data.get('background') as PictureChoice['background'],
    transparent: data.has('transparent'),
  };
}
