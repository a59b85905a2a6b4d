import type { Side } from '../../experiment/comparison.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { byId, element } from '../ui/dom.ts';
import { paneFrame, type PaneFrame } from '../panes/pane-frame.ts';
import { backgroundMenu } from '../share/background-menu.ts';
import { t } from '../messages/messages.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './compare.css';

/** What a comparison adds to the page. */
export interface CompareFrame {
  readonly map: PaneFrame;
  readonly difference: PaneFrame;
  readonly flow: PaneFrame;
  readonly key: HTMLElement;
  /** The start under the pointer. */
  readonly reading: HTMLElement;
  /** Shows or hides it. The panes of the edited side are the page's own. */
  show(side: Side | undefined): void;
  /** What A and B are, in words. */
  describe(names: Readonly<Record<Side, string>>, difference: string): void;
  showProgress(fraction: number): void;
  /** The values under the pointer: of the page's own map, of the other, and of their difference. */
  showReadings(readings: readonly [main: string, other: string, difference: string]): void;
}

interface Handlers {
  onSide(side: Side): void;
  onSave(background: Theme): void;
  onEnd(): void;
  onResize(): void;
}

export function compareFrame({ onSide, onSave, onEnd, onResize }: Handlers): CompareFrame {
  const [ownMap, ownFlow] = [byId('map'), byId('flow')];
  const panes = document.querySelector<HTMLElement>('.panes')!;
  const map = paneSection('other-map', t('compare.mapOf'));
  const flow = paneSection('other-flow', t('compare.flowOf'));
  const difference = paneSection('difference', t('compare.difference'));
  const bar = element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': t('compare.progress'),
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    'aria-valuenow': '0',
  });
  map.querySelector('.square')!.append(bar);
  const key = element('section', { id: 'compare-key', 'aria-label': t('compare.key') });
  panes.append(map, difference, flow, key);

  const choices = (['a', 'b'] as const).map((side) => {
    const input = element('input', { type: 'radio', name: 'compare-side', value: side });
    const name = element('span', { class: 'name' });
    input.addEventListener('change', () => onSide(side));
    const letter = element('b', {}, side.toUpperCase());
    return { side, input, name, label: element('label', {}, input, letter, ' ', name) };
  });
  const reading = element('p', { class: 'reading', 'aria-hidden': 'true' });
  const end = element('button', { type: 'button', class: 'quiet' }, t('compare.end'));
  end.addEventListener('click', onEnd);
  const { button: save, menu } = backgroundMenu('compare-backgrounds', t('compare.save'), onSave);
  const head = element(
    'div',
    { id: 'compare-bar' },
    element(
      'fieldset',
      {},
      element('legend', {}, t('compare.edits')),
      ...choices.map(({ label }) => label),
    ),
    reading,
    element('span', { class: 'actions' }, save, menu, end),
  );
  panes.before(head);

  /** The letter and description of a pane's side, after its title. */
  const sideLabels = [ownMap, map, ownFlow, flow, difference].map((pane) => {
    const letter = element('b', { class: 'side', id: `${pane.id}-side` });
    // Two maps, two flows: their names tell them apart.
    pane.setAttribute('aria-labelledby', `${pane.id}-title ${letter.id}`);
    const which = element('p', { class: 'side-name' });
    pane.querySelector('h2')!.after(letter, which);
    return { letter, which };
  });
  const parts = [ownMap, map, ownFlow, flow];

  return {
    map: paneFrame(map, 'map', onResize),
    flow: paneFrame(flow, 'flow', onResize),
    difference: paneFrame(difference, 'map', onResize),
    key,
    reading,
    show(side) {
      const { dataset } = document.documentElement;
      if (side) dataset['compare'] = side;
      else delete dataset['compare'];
      for (const node of [head, map, difference, flow, key]) node.hidden = side === undefined;
      const letters = side === 'b' ? ['B', 'A'] : ['A', 'B'];
      parts.forEach((_, i) => (sideLabels[i]!.letter.textContent = side ? letters[i % 2]! : ''));
      if (!side) for (const { which } of sideLabels) which.textContent = '';
      for (const choice of choices) choice.input.checked = choice.side === side;
    },
    describe(names, ofDifference) {
      const side = document.documentElement.dataset['compare'] as Side;
      const own = side === 'b' ? ['b', 'a'] : ['a', 'b'];
      parts.forEach((_, i) => (sideLabels[i]!.which.textContent = names[own[i % 2] as Side]));
      sideLabels[4]!.which.textContent = ofDifference;
      for (const choice of choices) choice.name.textContent = names[choice.side];
    },
    showProgress(fraction) {
      const percent = fraction >= 1 ? 100 : Math.min(99, Math.floor(100 * fraction));
      bar.classList.toggle('done', percent === 100);
      bar.style.setProperty('--fraction', String(percent / 100));
      bar.setAttribute('aria-valuenow', String(percent));
    },
    showReadings(readings) {
      [ownMap, map, difference].forEach((pane, i) => {
        pane.querySelector('.reading')!.textContent = readings[i]!;
      });
    },
  };
}

function paneSection(id: string, name: string): HTMLElement {
  return element(
    'section',
    { class: 'pane', id, 'aria-labelledby': `${id}-title` },
    element(
      'header',
      {},
      element('h2', { id: `${id}-title` }, name),
      element('p', { class: 'reading', 'aria-hidden': 'true' }),
    ),
    element('div', { class: 'square' }, element('div', { class: 'axes', 'aria-hidden': 'true' })),
  );
}
