import { bench } from './bench.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { guide } from './guide.ts';
import { keys } from './keys.ts';
import { language } from './language.ts';
import { notices } from './notices.ts';
import { page } from './page.ts';
import { panel } from './panel.ts';
import { panes } from './panes.ts';
import { playback } from './playback.ts';
import { presets } from './presets.ts';
import { probes } from './probes.ts';
import { share } from './share.ts';
import { status } from './status.ts';
import { strip } from './strip.ts';
import { terms } from './terms.ts';
import { verify } from './verify.ts';
import { zoo } from './zoo.ts';

/** All words of the page in English, by the part of the page that says them. */
export const EN = {
  bench,
  common,
  compare,
  guide,
  keys,
  language,
  notices,
  page,
  panel,
  panes,
  playback,
  presets,
  probes,
  share,
  status,
  strip,
  terms,
  verify,
  zoo,
};
