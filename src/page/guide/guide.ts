import type { PageAddress } from '../app/address.ts';
import { byId, element } from '../ui/dom.ts';
import { GUIDE_KEY, presetOfStep, stepOf, STEPS } from './guide-steps.ts';
import { addToMenu } from '../app/header.ts';
import { writeStorage, readStorage } from '../app/local-storage.ts';
import {
  openedPreset,
  type PresetExperiment,
} from '../../experiment/editing/preset-experiments.ts';
import type { Store } from '../app/store.ts';
import { t } from '../messages/messages.ts';

/** The storage key; its presence alone counts. */
const SEEN = 'guide';

/** The guide through the article's argument, one preset a step; the address holds the step. */
export function openGuide(
  store: Store,
  presets: readonly PresetExperiment[],
  address: PageAddress,
  isFirstVisit: boolean,
): void {
  const root = byId('guide');
  const button = byId('open-guide');
  let shown: number | undefined;

  const show = async (index: number | undefined) => {
    shown = index;
    const place =
      index === undefined ? '' : ` ${t('guide.place', { step: index + 1, of: STEPS.length })}`;
    button.replaceChildren(t('guide.name'), element('span', { class: 'long' }, place));
    button.setAttribute('aria-expanded', String(index !== undefined));
    if (index === undefined) {
      setState('closed');
      return;
    }
    writeStorage(SEEN, 'seen');
    const { fillCard } = await import('./guide-card.ts');
    // A later step may have come in between.
    if (shown !== index) return;
    fillCard(root, presets, index, { go, close });
    setState('open');
  };
  const setState = (state: 'closed' | 'invited' | 'open') => {
    root.hidden = state === 'closed';
    document.documentElement.dataset['guide'] = state;
  };
  const go = (index: number) => {
    if (!STEPS[index]) return;
    address.pushHistory();
    store.update(openedPreset(presetOfStep(presets, index), store.experiment));
    // Written together with the step's experiment.
    address.setPageParams({ [GUIDE_KEY]: String(index + 1) });
    void show(index);
  };
  const close = () => {
    address.setPageParams({ [GUIDE_KEY]: '' });
    void show(undefined);
    leave();
  };
  /** The focus goes to where the guide can be opened again. */
  const leave = () => (button.offsetParent ? button : byId('open-more')).focus();
  const invite = () => {
    const start = element('button', { type: 'button', class: 'quiet start' }, t('guide.start'));
    const dismiss = element(
      'button',
      {
        type: 'button',
        class: 'quiet icon',
        'aria-label': t('guide.dismiss'),
        title: t('guide.dismiss'),
      },
      '×',
    );
    start.addEventListener('click', () => go(0));
    dismiss.addEventListener('click', () => {
      writeStorage(SEEN, 'dismissed');
      setState('closed');
      leave();
    });
    root.replaceChildren(
      element('p', { class: 'invitation' }, t('guide.invitation'), start, dismiss),
    );
    setState('invited');
  };

  root.addEventListener('keydown', (event) => {
    if (shown === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') go(shown - 1);
    else if (event.key === 'ArrowRight') go(shown + 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  const onPress = () => (shown === undefined ? go(0) : close());
  button.addEventListener('click', onPress);
  addToMenu({ name: t('guide.name'), doc: t('guide.doc'), onPress });
  addEventListener('popstate', () => {
    const index = stepNow();
    if (index !== shown) void show(index);
  });
  const first = stepNow();
  void show(first);
  if (first === undefined && isFirstVisit && readStorage(SEEN) === undefined) invite();
}

function stepNow(): number | undefined {
  return stepOf(new URLSearchParams(location.search));
}
