import { PRESETS } from '../experiment/presets.ts';
import type { Actions } from './actions.ts';
import { linkTo } from './address.ts';
import type { Notices } from './notices.ts';
import { openedPreset } from './presets.ts';
import type { Store } from './store.ts';
import { withOtherTheme } from './theme.ts';

/** The actions that need nothing but the experiment. */
export function connectButtons(
  store: Store,
  address: { landmark(): void },
  notices: Notices,
): Pick<Actions, 'copyLink' | 'openPreset' | 'switchTheme'> {
  const copy = async () => {
    const link = linkTo(store.experiment);
    try {
      await navigator.clipboard.writeText(link);
      notices.say('copy', 'The link is copied: it opens this very experiment.', true);
    } catch {
      // Refused, or no secure context: the link is where people can copy it themselves.
      notices.say('copy', `The browser does not let the page copy. The link: ${link}`);
    }
  };
  return {
    copyLink: () => void copy(),
    openPreset(id) {
      const preset = PRESETS.find((candidate) => candidate.id === id);
      if (!preset) return;
      address.landmark();
      store.update(openedPreset(preset, store.experiment));
    },
    switchTheme: () => store.update(withOtherTheme(store.experiment)),
  };
}
