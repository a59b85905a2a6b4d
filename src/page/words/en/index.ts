import { common } from './common.ts';
import { keys } from './keys.ts';
import { language } from './language.ts';
import { notices } from './notices.ts';
import { page } from './page.ts';
import { panel } from './panel.ts';
import { panes } from './panes.ts';
import { presets } from './presets.ts';
import { probes } from './probes.ts';
import { save } from './save.ts';
import { status } from './status.ts';
import { strip } from './strip.ts';
import { terms } from './terms.ts';

/** All words of the page in English, by the part of the page that says them. */
export const EN = {
  common,
  keys,
  language,
  notices,
  page,
  panel,
  panes,
  presets,
  probes,
  save,
  status,
  strip,
  terms,
};
