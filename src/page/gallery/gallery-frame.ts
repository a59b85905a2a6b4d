import type { Experiment } from '../../experiment/experiment.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { element, setText } from '../ui/dom.ts';
import { backgroundMenu } from '../share/background-menu.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './gallery.css';
import { galleryChoice } from './gallery-choice.ts';
import type { VariantSet } from './gallery-sweep.ts';
import { progressBar } from '../panes/progress-bar.ts';
import type { TileLayout } from '../../figure/tile-layout.ts';

/** The dialog of the gallery without its maps; covers the page. */
export interface GalleryFrame {
  readonly grid: HTMLElement;
  readonly legend: HTMLElement;
  /** What is under the pointer. */
  readonly reading: HTMLElement;
  /** For tiles, in CSS pixels. */
  readonly room: { readonly width: number; readonly height: number };
  /** The legend stands in a line of its own. */
  readonly isLegendSlim: boolean;
  open(): void;
  close(): void;
  destroy(): void;
  describe(experiment: Experiment, variantSet: VariantSet, shared: string): void;
  arrange(layout: TileLayout): void;
  showProgress(fraction: number): void;
  allowSave(allowed: boolean): void;
  /** A failure. */
  showMessage(message: string): void;
}

interface Handlers {
  /** @param text as in the address */
  onSelect(text: string): void;
  onLeave(): void;
  onStop(): void;
  onSave(look: SheetLook): void;
  onResize(): void;
}

export function galleryFrame(handlers: Handlers): GalleryFrame {
  const { onSelect, onLeave, onStop, onSave, onResize } = handlers;
  const message = element('p', { class: 'message', role: 'status' });
  const choice = galleryChoice(onSelect, (refusal) => setText(message, translate(refusal)));
  const shared = element('p', { class: 'shared' });
  const reading = element('p', { class: 'reading', 'aria-hidden': 'true' });
  const stop = element('button', { type: 'button', class: 'quiet' }, t('gallery.stop'));
  const title = t('gallery.save');
  const { button: save, menu } = backgroundMenu('gallery-backgrounds', title, onSave);
  const close = closeButton();
  const progress = progressElement();
  const showProgress = progressBar(progress);
  const grid = element('ul', { class: 'gallery-grid', 'aria-label': t('gallery.maps') });
  const legend = element('div', { class: 'gallery-legend', 'aria-hidden': 'true' });
  const field = element('div', { class: 'gallery-field' }, grid, legend);
  const dialog = element(
    'dialog',
    { class: 'gallery', 'aria-labelledby': 'gallery-title' },
    element(
      'header',
      {},
      // The title has the initial focus, so that no control reacts to the first key.
      element('h2', { id: 'gallery-title', tabindex: '-1', autofocus: '' }, t('gallery.title')),
      ...choice.nodes,
      element('span', { class: 'actions' }, stop, save, menu, close),
    ),
    element('div', { class: 'line' }, shared, reading),
    progress,
    message,
    field,
  );
  document.body.append(dialog);
  stop.addEventListener('click', onStop);
  close.addEventListener('click', onLeave);
  dialog.addEventListener('cancel', (event) => {
    // Escape closes as the button does, so that the address is updated.
    event.preventDefault();
    onLeave();
  });
  const observer = new ResizeObserver(onResize);
  observer.observe(field);
  return {
    grid,
    legend,
    reading,
    get room() {
      return roomIn(field, legend);
    },
    get isLegendSlim() {
      return isSlim(legend);
    },
    open() {
      if (!dialog.open) dialog.showModal();
    },
    close: () => dialog.close(),
    destroy() {
      observer.disconnect();
      dialog.remove();
    },
    describe(experiment, variantSet, sharedText) {
      choice.show(experiment, variantSet);
      setText(shared, sharedText);
      setText(message, variantSet.problem === undefined ? '' : translate(variantSet.problem));
    },
    arrange({ columns, side }) {
      dialog.style.setProperty('--columns', String(columns));
      dialog.style.setProperty('--tile', `${side}px`);
    },
    showProgress(fraction) {
      showProgress(fraction);
      stop.hidden = fraction >= 1;
    },
    allowSave(allowed) {
      save.disabled = !allowed;
    },
    showMessage: (text) => setText(message, text),
  };
}

function closeButton(): HTMLElement {
  const label = t('gallery.close');
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
    'aria-label': t('gallery.progress'),
    'aria-valuemin': '0',
    'aria-valuemax': '100',
  });
}

/** What the field has for tiles beside the legend, in CSS pixels. */
function roomIn(field: HTMLElement, legend: HTMLElement) {
  const style = getComputedStyle(field);
  const padding = (...sides: readonly ('Left' | 'Right' | 'Top' | 'Bottom')[]) =>
    sides.reduce((sum, side) => sum + parseFloat(style[`padding${side}`]), 0);
  const beside = isSlim(legend) ? 0 : legend.offsetWidth + parseFloat(style.columnGap);
  return {
    width: field.clientWidth - padding('Left', 'Right') - beside,
    height: field.clientHeight - padding('Top', 'Bottom'),
  };
}

function isSlim(legend: HTMLElement): boolean {
  return getComputedStyle(legend).getPropertyValue('--slim').trim() !== '';
}
