import { t } from '../messages/later.ts';
import { paneFrame, type PaneFrame } from '../panes/pane-frame.ts';
import { toolButton } from '../panes/pane-tools.ts';
import { progressBar } from '../panes/progress-bar.ts';
import { backgroundMenu } from '../share/background-menu.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { channelOf, type Source } from '../state/signal.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { byId, element, setText } from '../ui/dom.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './diagram.css';

/** The diagram's place in the page: that of the map, which is put away while it is open. */
export interface DiagramFrame {
  readonly pane: PaneFrame;
  /** For the figure with its axes, in CSS pixels. */
  readonly room: { readonly width: number; readonly height: number };
  readonly resizes: Source<void>;
  show(isOpen: boolean): void;
  /** What stands behind the title, and below the header. */
  describe(what: string, message: string): void;
  showReading(text: string): void;
  showProgress(fraction: number): void;
  allowSave(allowed: boolean): void;
  destroy(): void;
}

interface Handlers {
  onStop(): void;
  onSave(look: SheetLook): void;
  onClose(): void;
  onReset(): void;
  /** @param factor the diagram gets so many times narrower */
  onZoom(factor: number): void;
}

/** A press of a button zooms by this factor. */
const ZOOM = 2;

/** @param choices what is across and upwards */
export function diagramFrame(choices: HTMLElement, handlers: Handlers): DiagramFrame {
  const life = lifetimeOf();
  const [what, reading, message] = [
    element('p', { class: 'what' }),
    element('p', { class: 'reading', 'aria-hidden': 'true' }),
    element('p', { class: 'message', role: 'status' }),
  ];
  const stop = element('button', { type: 'button', class: 'quiet' }, t('diagram.stop'));
  const { button: save, menu } = backgroundMenu(
    'diagram-backgrounds',
    t('diagram.save'),
    handlers.onSave,
  );
  const close = closeButton();
  const progress = progressElement();
  const square = element(
    'div',
    { class: 'square' },
    element('div', { class: 'axes', 'aria-hidden': 'true' }),
    progress,
    toolsElement(handlers),
  );
  const field = element('div', { class: 'field' }, square);
  const root = element(
    'section',
    { class: 'pane', id: 'diagram', 'aria-labelledby': 'diagram-title' },
    element(
      'header',
      {},
      element('h2', { id: 'diagram-title' }, t('diagram.title')),
      what,
      reading,
      element('span', { class: 'actions' }, stop, save, menu, close),
    ),
    choices,
    message,
    field,
  );
  byId('map').before(root);
  life.onEnd(() => root.remove());
  stop.addEventListener('click', handlers.onStop);
  close.addEventListener('click', handlers.onClose);
  const resizes = channelOf();
  const observer = new ResizeObserver(() => resizes.emit());
  observer.observe(field);
  life.onEnd(() => observer.disconnect());
  const { dataset } = document.documentElement;
  life.onEnd(() => delete dataset['diagram']);
  const bar = progressBar(progress);
  const pane = life.own(paneFrame(root, 'map'));

  return {
    pane,
    get room() {
      return { width: field.clientWidth, height: field.clientHeight };
    },
    resizes,
    show(isOpen) {
      root.hidden = !isOpen;
      if (isOpen) dataset['diagram'] = '';
      else delete dataset['diagram'];
    },
    describe(next, said) {
      setText(what, next);
      setText(message, said);
    },
    showReading: (text) => setText(reading, text),
    showProgress(fraction) {
      bar(fraction);
      const isBusy = fraction < 1;
      stop.hidden = !isBusy;
      save.hidden = isBusy;
      pane.showBusy(isBusy);
    },
    allowSave(allowed) {
      save.disabled = !allowed;
    },
    destroy: life.destroy,
  };
}

function toolsElement({ onReset, onZoom }: Handlers): HTMLElement {
  return element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': t('diagram.tools') },
    toolButton('reset', t('diagram.whole'), onReset),
    toolButton('out', t('diagram.zoomOut'), () => onZoom(1 / ZOOM)),
    toolButton('in', t('diagram.zoomIn'), () => onZoom(ZOOM)),
  );
}

function closeButton(): HTMLElement {
  const label = t('diagram.close');
  return element(
    'button',
    { type: 'button', class: 'quiet icon', 'aria-label': label, title: label },
    '×',
  );
}

function progressElement(): HTMLElement {
  return element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': t('diagram.progress'),
    'aria-valuemin': '0',
    'aria-valuemax': '100',
  });
}
