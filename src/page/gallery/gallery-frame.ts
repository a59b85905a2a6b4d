import type { Experiment } from '../../experiment/experiment.ts';
import { sweptParameters } from '../../experiment/sweep.ts';
import { titleOf } from '../../figure/text/caption.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { element, setText } from '../ui/dom.ts';
import { backgroundMenu } from '../share/background-menu.ts';
import { t, translate } from '../messages/messages.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './gallery.css';
import { ALL_MODELS, sweepParam, type VariantSet } from './gallery-sweep.ts';
import type { TileLayout } from '../../figure/tile-layout.ts';
import { parameterText } from '../../experiment/texts.ts';

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
  /** A failure; empty where there is none. */
  showMessage(message: string): void;
}

interface Handlers {
  /** @param text as in the address */
  onSelect(text: string): void;
  onLeave(): void;
  onStop(): void;
  onSave(background: Theme): void;
  onResize(): void;
}

export function galleryFrame({
  onSelect,
  onLeave,
  onStop,
  onSave,
  onResize,
}: Handlers): GalleryFrame {
  const select = element('select', { 'aria-label': t('gallery.family') });
  const [from, to] = (['from', 'to'] as const).map((end) =>
    element('input', {
      type: 'text',
      inputmode: 'decimal',
      size: '6',
      'aria-label': t(`gallery.${end}`),
    }),
  ) as [HTMLInputElement, HTMLInputElement];
  const ends = element(
    'span',
    { class: 'ends' },
    t('gallery.from'),
    ' ',
    from,
    ' ',
    t('gallery.to'),
    ' ',
    to,
  );
  const shared = element('p', { class: 'shared' });
  const reading = element('p', { class: 'reading', 'aria-hidden': 'true' });
  const stop = element('button', { type: 'button', class: 'quiet' }, t('gallery.stop'));
  const { button: save, menu: backgrounds } = backgroundMenu(
    'gallery-backgrounds',
    t('gallery.save'),
    onSave,
  );
  const close = element(
    'button',
    {
      type: 'button',
      class: 'quiet icon',
      'aria-label': t('gallery.close'),
      title: t('gallery.close'),
    },
    '×',
  );
  const message = element('p', { class: 'message', role: 'status' });
  const bar = element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': t('gallery.progress'),
    'aria-valuemin': '0',
    'aria-valuemax': '100',
  });
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
      element('label', { class: 'choice' }, select),
      ends,
      element('span', { class: 'actions' }, stop, save, backgrounds, close),
    ),
    element('div', { class: 'line' }, shared, reading),
    bar,
    message,
    field,
  );
  document.body.append(dialog);

  let variantSet: VariantSet | undefined;
  select.addEventListener('change', () => onSelect(select.value));
  const sweep = () => {
    if (!variantSet?.sweep) return;
    const [low, high] = [from, to].map(({ value }) => Number(value.replace('−', '-')));
    onSelect(sweepParam(variantSet.sweep.parameter, { from: low!, to: high! }));
  };
  from.addEventListener('change', sweep);
  to.addEventListener('change', sweep);
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
      const style = getComputedStyle(field);
      const legendWidth = isSlim() ? 0 : legend.offsetWidth;
      const gap = isSlim() ? 0 : parseFloat(style.columnGap);
      return {
        width:
          field.clientWidth -
          parseFloat(style.paddingLeft) -
          parseFloat(style.paddingRight) -
          legendWidth -
          gap,
        height: field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom),
      };
    },
    get isLegendSlim() {
      return isSlim();
    },
    open() {
      if (!dialog.open) dialog.showModal();
    },
    close: () => dialog.close(),
    destroy() {
      observer.disconnect();
      dialog.remove();
    },
    describe(experiment, next, sharedText) {
      variantSet = next;
      const parameters = sweptParameters(experiment);
      select.replaceChildren(
        element('option', { value: ALL_MODELS }, t('gallery.models')),
        ...parameters.map((parameter) =>
          element(
            'option',
            { value: parameter.name },
            t('gallery.over', {
              model: titleOf(experiment, translate),
              parameter: translate(parameterText(parameter, 'symbol')),
            }),
          ),
        ),
      );
      select.value = next.sweep?.parameter.name ?? ALL_MODELS;
      ends.hidden = next.sweep === undefined;
      from.value = String(next.sweep?.range.from ?? '');
      to.value = String(next.sweep?.range.to ?? '');
      setText(shared, sharedText);
    },
    arrange({ columns, side }) {
      dialog.style.setProperty('--columns', String(columns));
      dialog.style.setProperty('--tile', `${side}px`);
    },
    showProgress(fraction) {
      const percent = fraction >= 1 ? 100 : Math.min(99, Math.floor(100 * fraction));
      bar.classList.toggle('done', percent === 100);
      bar.style.setProperty('--fraction', String(percent / 100));
      bar.setAttribute('aria-valuenow', String(percent));
      stop.hidden = percent === 100;
    },
    allowSave(allowed) {
      save.disabled = !allowed;
    },
    showMessage: (text) => setText(message, text),
  };

  function isSlim(): boolean {
    return getComputedStyle(legend).getPropertyValue('--slim').trim() !== '';
  }
}
