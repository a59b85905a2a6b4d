import { COLUMN_WIDTHS, DEFAULT_PRINT, PRINT_LIMITS } from '../../figure/figure-choices.ts';
import { t } from '../messages/later.ts';
import type { Store } from '../state/store.ts';
import { element } from '../ui/dom.ts';
import { figureCaption } from './figure-caption.ts';
import type { FigureChoice } from './paper-figure.ts';
import { pictureSource, type Scene } from './picture-maker.ts';
import { checkbox, choices, field } from './share-fields.ts';
import { savedFile, type ShareKind, type ShareRun } from './share-kind.ts';

const PARTS = ['title', 'names', 'caption', 'engine'] as const;

/**
 * Map and flow as a figure for a paper: vectors and text, at the width of its columns.
 * @param say shows a sentence in the dialog
 */
export function shareFigure(
  store: Store,
  currentScene: () => Scene | undefined,
  say: (text: string) => void,
): ShareKind {
  const caption = element('textarea', { readonly: '', rows: '4', spellcheck: 'false' });
  return {
    id: 'figure',
    fields: [...shapeFields(), ...detailFields(), captionField(caption, say)],
    actions: [
      {
        label: t('share.figure.save'),
        main: true,
        async run(running) {
          const { signal, progress } = running;
          const source = await pictureSource(currentScene(), 'light', signal, progress);
          const { makeFigure } = await import('./paper-figure.ts');
          const { blob, name } = await makeFigure(source, choiceOf(running), signal, progress);
          signal.throwIfAborted();
          return savedFile(blob, name);
        },
      },
    ],
    follow(data) {
      const scene = currentScene();
      const { experiment } = store;
      const drawn = scene?.trajectories.map(({ start }) => start) ?? experiment.starts;
      caption.value = figureCaption(experiment, {
        content: contentOf(data),
        starts: data.has('traces') ? drawn : [],
        engine: data.has('engine') ? scene?.viewSet.engine : undefined,
      });
    },
  };
}

/** What it shows, its file and its width. */
function shapeFields(): readonly HTMLElement[] {
  return [
    choices('figureContent', t('share.content'), [
      ['map', t('share.contents.map')],
      ['flow', t('share.contents.flow')],
      ['both', t('share.contents.both')],
    ]),
    element(
      'div',
      { class: 'pair' },
      choices('figureFile', t('share.figure.file'), [
        ['pdf', 'PDF'],
        ['svg', 'SVG'],
        ['png', 'PNG'],
      ]),
      choices(
        'figureWidth',
        t('share.figure.width'),
        COLUMN_WIDTHS.map((width) => [String(width), String(width)]),
      ),
    ),
  ];
}

function detailFields(): readonly HTMLElement[] {
  return [
    element(
      'div',
      { class: 'pair' },
      numberOfPrint('fontSize', t('share.figure.fontSize')),
      numberOfPrint('dpi', t('share.figure.dpi')),
    ),
    element(
      'div',
      { class: 'parts' },
      // Papers seldom name what computed.
      ...PARTS.map((part) => checkbox(part, t(`share.figure.${part}`), part !== 'engine')),
      checkbox('traces', t('share.figure.traces'), true),
    ),
    element('p', { class: 'hint' }, t('share.figure.hint')),
  ];
}

/** The caption as text, and a button that copies it. */
function captionField(caption: HTMLTextAreaElement, say: (text: string) => void): HTMLElement {
  const copy = element(
    'button',
    { type: 'button', class: 'button' },
    t('share.figure.copyCaption'),
  );
  copy.addEventListener('click', () => {
    // Where there is no secure context there is no clipboard either.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(caption.value))
      .then(
        () => say(t('share.figure.captionCopied')),
        () => {
          caption.select();
          say(t('share.figure.captionSelected'));
        },
      );
  });
  return element('div', { class: 'caption' }, field(t('share.figure.text'), caption), copy);
}

/** A number within what can be printed; the browser says what is wrong with another one. */
function numberOfPrint(name: 'fontSize' | 'dpi', label: string): HTMLElement {
  const { min, max } = PRINT_LIMITS[name];
  const limits = { min: String(min), max: String(max), step: 'any' };
  const value = String(DEFAULT_PRINT[name]);
  return field(label, element('input', { type: 'number', name, required: '', value, ...limits }));
}

function contentOf(data: FormData): FigureChoice['content'] {
  return data.get('figureContent') as FigureChoice['content'];
}

function choiceOf({ data }: ShareRun): FigureChoice {
  return {
    content: contentOf(data),
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
