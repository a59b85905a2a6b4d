import { openedPreset } from '../../experiment/editing/preset-experiments.ts';
import { version } from '../../../package.json';
import { bibtexOf } from '../../experiment/format/bibtex.ts';
import { modelOf } from '../../experiment/parameters.ts';
import { modelText } from '../../experiment/texts.ts';
import type { Actions } from '../shell/actions.ts';
import { linkTo } from '../shell/address.ts';
import { copyText } from '../shell/clipboard.ts';
import { byId } from '../ui/dom.ts';
import { iframeHtml } from './embed.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import { withOtherTheme } from '../shell/theme.ts';
import { t, translate } from '../messages/messages.ts';

/** The actions that need nothing but the experiment. */
export function buttonActions(
  store: Store,
  address: { pushHistory(): void },
  notices: Notices,
): Pick<Actions, 'copyLink' | 'copyFrame' | 'copyCitation' | 'openPreset' | 'switchTheme'> {
  const copy = (text: string, message: string) => void copyText(text, message, notices);
  return {
    copyLink: () => copy(linkTo(store.state), t('notices.linkCopied')),
    copyFrame: () => copy(iframeHtml(store.experiment), t('notices.frameCopied')),
    copyCitation() {
      const title = translate(modelText(modelOf(store.experiment), 'title'));
      const link = linkTo(store.state);
      const entry = bibtexOf({ version, title, link, date: new Date() });
      copy(entry, t('notices.citationCopied'));
    },
    openPreset(preset) {
      address.pushHistory();
      store.update(openedPreset(preset, store.experiment));
    },
    switchTheme: () => store.update(withOtherTheme(store.experiment)),
  };
}

/** The buttons outside the panel, by the action that each of them takes. */
const BUTTONS = {
  play: 'playPause',
  restart: 'restart',
  'save-picture': 'share',
  'copy-link': 'copyLink',
  'show-keys': 'showKeys',
  'switch-theme': 'switchTheme',
} as const satisfies Readonly<Record<string, keyof Actions>>;

export interface Buttons {
  destroy(): void;
}

export function bindButtons(actions: Actions): Buttons {
  const life = lifetimeOf();
  for (const [id, action] of Object.entries(BUTTONS)) {
    byId(id).addEventListener('click', () => actions[action](), { signal: life.signal });
  }
  return { destroy: life.destroy };
}
