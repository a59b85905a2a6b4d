import { COLUMN_WIDTHS, DEFAULT_PRINT, PRINT_LIMITS } from '../../figure/figure-choices.ts';
import { t } from '../messages/later.ts';
import type { Notices } from '../shell/notices.ts';
import { element } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import type { FigureChoice } from './paper-figure.ts';
import { pictureSource, type Scene } from './picture-maker.ts';
import { checkbox, choices, field } from './share-fields.ts';
import type { ShareKind, ShareRun } from './share-kind.ts';

const PARTS = ['title', 'names', 'caption', 'engine'] as const;

/** Map and flow as a figure for a paper: vectors and text, at the width of its columns. */
export function shareFigure(
  currentScene: () => Scene | undefined,
  notices: Pick<Notices, 'notify'>,
): ShareKind {
  return {
    id: 'figure',
    fields: [
      choices('figureContent', t('share.content'), [
        ['map', t('share.contents.map')],
        ['flow', t('share.contents.flow')],
        ['both', t('share.contents.both')],
      ]),
      choices('figureFile', t('share.figure.file'), [
        ['pdf', 'PDF'],
        ['svg', 'SVG'],
        ['png', 'PNG'],
      ]),
      choices(
        'figureWidth',
        t('share.width'),
        COLUMN_WIDTHS.map((width) => [String(width), t('share.figure.millimetres', { width })]),
      ),
      element(
        'div',
        { class: 'pair' },
        numberOfPrint('fontSize', t('share.figure.fontSize')),
        numberOfPrint('dpi', t('share.figure.dpi')),
      ),
      element(
        'div',
        { class: 'parts' },
        ...PARTS.map((part) => checkbox(part, t(`share.figure.${part}`), true)),
        checkbox('traces', t('share.figure.traces'), true),
      ),
      element('p', { class: 'hint' }, t('share.figure.hint')),
    ],
    actions: [
      {
        label: t('share.figure.copyCaption'),
        async run({ data, signal, progress }) {
          const source = await pictureSource(currentScene(), 'light', signal, progress);
          const { figureCaption } = await import('./paper-figure.ts');
          await navigator.clipboard.writeText(figureCaption(source, data.has('traces')));
          notices.notify('copy', t('share.figure.captionCopied'), true);
        },
      },
      {
        label: t('share.figure.save'),
        main: true,
        async run(running) {
          const { signal, progress } = running;
          const source = await pictureSource(currentScene(), 'light', signal, progress);
          const { makeFigure } = await import('./paper-figure.ts');
          const { blob, name } = await makeFigure(source, choiceOf(running), signal, progress);
          if (!signal.aborted) download(blob, name);
        },
      },
    ],
  };
}

/** A number within what can be printed; the browser says what is wrong with another one. */
function numberOfPrint(name: 'fontSize' | 'dpi', label: string): HTMLElement {
  const { min, max } = PRINT_LIMITS[name];
  const limits = { min: String(min), max: String(max), step: 'any' };
  const value = String(DEFAULT_PRINT[name]);
  return field(label, element('input', { type: 'number', name, required: '', value, ...limits }));
}

function choiceOf({ data }: ShareRun): FigureChoice {
  return {
    content: data.get('figureContent') as FigureChoice['content'],
    file: data.get('figureFile') as FigureChoice['file'],
    print: {
      width: Number(data.get('figureWidth')),
      fontSize: Number(data.get('fontSize')),
      dpi: Number(data.get('dpi')),
    },
    parts: {
      title: data.has('title'),
      names: data.has('names'),
      caption: data.has('caption'),
      engine: data.has('engine'),
    },
    traces: data.has('traces'),
  };
}
