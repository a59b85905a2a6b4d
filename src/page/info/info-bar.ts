import type { Experiment } from '../../experiment/experiment.ts';
import { theoryOf } from '../../experiment/theory/theory.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { partsOfSource } from '../../experiment/papers.ts';
import { element, reachByKeys, setText, withWholeBars } from '../ui/dom.ts';
import { playersOf } from '../../experiment/formula.ts';
import { spectrumView } from './spectrum-view.ts';
import { t, translate } from '../messages/messages.ts';
import { modelText } from '../../experiment/texts.ts';
import { lazyPart, notifyFailure } from '../shell/lazy-part.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';

/** Below the panes: what the model is, and what its equilibrium is like. */
export interface InfoBar {
  destroy(): void;
}

interface Dependencies {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly notices: Notices;
}

export function openInfoBar({ root, store, notices }: Dependencies): InfoBar {
  const life = lifetimeOf();
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const [title, formula, known, source] = ['h2', '.formula', '.known', '.source'].map(find);
  const spectrum = spectrumView(find('.spectrum'));
  const loadTypeset = lazyPart(notices, () => import('./typeset.ts'));
  let written = '';

  const write = async (experiment: Experiment) => {
    const players = playersOf(experiment);
    const key = JSON.stringify(players);
    if (key === written) return;
    written = key;
    const loaded = await loadTypeset();
    // A later formula may have come in between.
    if (written !== key || life.signal.aborted) return;
    if (loaded) {
      formula!.replaceChildren(loaded.typeset(players));
      fit();
    }
    // The next change tries again.
    else written = '';
  };
  /** A long loss, as with L2, leaves no room for the field beside it. */
  const fit = () => {
    const players = formula!.querySelector<HTMLElement>('.players');
    if (!players) return;
    players.classList.remove('stacked');
    players.classList.toggle('stacked', players.scrollWidth > players.clientWidth);
    reachByKeys(players);
  };
  const show = () => {
    const { experiment } = store;
    const model = modelOf(experiment);
    setText(title!, translate(modelText(model, 'title')));
    showSource(source!, translate(modelText(model, 'source')));
    setText(
      known!,
      withWholeBars(theoryOf(experiment).map(translate).join(t('common.betweenSentences'))),
    );
    Promise.all([write(experiment), spectrum.show(experiment)]).catch((error: unknown) => {
      spectrum.reset();
      notifyFailure(notices, error);
    });
  };

  show();
  life.onEnd(store.subscribe(show));
  const observer = new ResizeObserver(fit);
  observer.observe(formula!);
  life.onEnd(() => observer.disconnect());
  // Letters are wider or narrower once their fonts are there.
  document.fonts.addEventListener('loadingdone', fit, { signal: life.signal });
  life.onEnd(() => formula!.replaceChildren());
  return { destroy: life.destroy };
}

/** The papers of a source, each a link. */
function showSource(root: HTMLElement, text: string): void {
  if (root.textContent === text) return;
  const parts = partsOfSource(text).map((part) =>
    part.url === undefined
      ? part.text
      : element('a', { href: part.url, target: '_blank', rel: 'noopener' }, part.text),
  );
  root.replaceChildren(...parts);
}
