import type { Experiment } from '../../experiment/experiment.ts';
import { linkParameters } from '../../experiment/format/link.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { stateOf } from '../../experiment/editing/page-state.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { linkTo } from '../shell/address.ts';
import { element, setText } from '../ui/dom.ts';
import type { Store } from '../state/store.ts';
import { t, translate } from '../messages/messages.ts';
import { modelText } from '../../experiment/texts.ts';

/** The address's key for a page without panel, and the panes that it may ask for. */
const KEY = 'embed';
const PANES = ['both', 'map', 'flow'] as const;
export type EmbeddedPanes = (typeof PANES)[number];

/** Default size of the iframe, in pixels: both panes side by side in a column of text. */
const FRAME = { width: 720, height: 400 };

/** The panes that an embedded page shows; undefined for the whole page. */
export function embeddedPanes(): EmbeddedPanes | undefined {
  const asked = linkParameters(location.search).get(KEY);
  return asked === null ? undefined : (PANES.find((panes) => panes === asked) ?? 'both');
}

export interface EmbeddedFrame {
  destroy(): void;
}

/** Hides all but the panes and adds a link to the whole page. */
export function openEmbedded(panes: EmbeddedPanes, store: Store): EmbeddedFrame {
  const life = lifetimeOf();
  document.documentElement.dataset['embed'] = panes;
  life.onEnd(() => delete document.documentElement.dataset['embed']);
  const link = element('a', { target: '_blank', rel: 'noopener' });
  const show = () => {
    const { experiment } = store;
    setText(
      link,
      t('notices.inGanfield', { model: translate(modelText(modelOf(experiment), 'title')) }),
    );
    link.href = linkTo(stateOf({ experiment }));
  };
  show();
  life.onEnd(store.subscribe(show));
  life.append(document.body, element('footer', { class: 'whole' }, element('h1', {}, link)));
  return { destroy: life.destroy };
}

/** HTML that shows this experiment in somebody's own page. */
export function iframeHtml(experiment: Experiment): string {
  const { width, height } = FRAME;
  const source = linkTo(stateOf({ experiment }), { [KEY]: 'both' }).replaceAll('&', '&amp;');
  const title = `Ganfield: ${translate(modelText(modelOf(experiment), 'title'))}`;
  return `<iframe src="${source}" title="${title}" width="${width}" height="${height}" style="border: 0" loading="lazy"></iframe>`;
}
