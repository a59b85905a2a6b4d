import type { Side } from '../../experiment/comparison.ts';
import { t } from '../messages/later.ts';
import { paneFrame, type PaneFrame } from '../panes/pane-frame.ts';
import { progressBar } from '../panes/progress-bar.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { byId, element } from '../ui/dom.ts';
import { compareBar, type CompareHandlers } from './compare-bar.ts';
/* oxlint-disable import/no-unassigned-import -- style sheets have nothing to assign */
import './compare-key.css';
import './compare.css';
/* oxlint-enable import/no-unassigned-import */

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
  showProgress(share: number): void;
  /** The values under the pointer: of the page's own map, of the other, and of their difference. */
  showReadings(readings: readonly [main: string, other: string, difference: string]): void;
  destroy(): void;
}

export function compareFrame(handlers: CompareHandlers): CompareFrame {
  const life = lifetimeOf();
  const [ownMap, ownFlow] = [byId('map'), byId('flow')];
  const panes = document.querySelector<HTMLElement>('.panes')!;
  const map = paneSection('other-map', t('compare.mapOf'));
  const flow = paneSection('other-flow', t('compare.flowOf'));
  const difference = paneSection('difference', t('compare.difference'));
  const progress = progressElement(t('compare.progress'));
  map.querySelector('.square')!.append(progress);
  const key = element('section', { id: 'compare-key', 'aria-label': t('compare.key') });
  life.append(panes, map, difference, flow, key);
  const bar = compareBar(handlers);
  panes.before(bar.root);
  life.onEnd(() => bar.root.remove());
  const parts = [ownMap, map, ownFlow, flow];
  const labels = [...parts, difference].map(sideLabel);
  for (const { destroy } of labels) life.onEnd(destroy);
  const { dataset } = document.documentElement;
  life.onEnd(() => delete dataset['compare']);

  return {
    map: life.own(paneFrame(map, 'map')),
    flow: life.own(paneFrame(flow, 'flow')),
    difference: life.own(paneFrame(difference, 'map')),
    key,
    reading: bar.reading,
    show(side) {
      if (side) dataset['compare'] = side;
      else delete dataset['compare'];
      for (const node of [bar.root, map, difference, flow, key]) node.hidden = side === undefined;
      const letters = side === 'b' ? ['B', 'A'] : ['A', 'B'];
      parts.forEach((_, i) => (labels[i]!.letter.textContent = side ? letters[i % 2]! : ''));
      if (!side) for (const label of labels) label.describe('');
      bar.choose(side);
    },
    describe(names, ofDifference) {
      const own = dataset['compare'] === 'b' ? (['b', 'a'] as const) : (['a', 'b'] as const);
      parts.forEach((_, i) => labels[i]!.describe(names[own[i % 2]!]));
      labels[4]!.describe(ofDifference);
      bar.describe(names);
    },
    showProgress: progressBar(progress),
    showReadings(readings) {
      [ownMap, map, difference].forEach((pane, i) => {
        pane.querySelector('.reading')!.textContent = readings[i]!;
      });
    },
    destroy: life.destroy,
  };
}

/** The letter and description of a pane's side, after its title. */
function sideLabel(pane: HTMLElement) {
  const letter = element('b', { class: 'side', id: `${pane.id}-side` });
  const name = element('p', { class: 'side-name' });
  const labelledBy = pane.getAttribute('aria-labelledby')!;
  // Two maps, two flows: their names tell them apart.
  pane.setAttribute('aria-labelledby', `${labelledBy} ${letter.id}`);
  pane.querySelector('h2')!.after(letter, name);
  const describe = (text: string) => {
    name.textContent = text;
    // What a narrow pane cuts off.
    name.title = text;
  };
  const destroy = () => {
    pane.setAttribute('aria-labelledby', labelledBy);
    letter.remove();
    name.remove();
  };
  return { letter, describe, destroy };
}

function progressElement(label: string): HTMLElement {
  return element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': label,
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    'aria-valuenow': '0',
  });
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
