import { common } from './common.ts';
import { compare } from './compare.ts';
import { diagram } from './diagram.ts';
import { gallery } from './gallery.ts';
import { glossary } from './glossary.ts';
import { guide } from './guide.ts';
import { info } from './info.ts';
import { keys } from './keys.ts';
import { notices } from './notices.ts';
import { page } from './page.ts';
import { panel } from './panel.ts';
import { panes } from './panes.ts';
import { playback } from './playback.ts';
import { presets } from './presets.ts';
import { probes } from './probes.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** The page’s texts in English: ICU messages by their ids. */
export const english = {
  ...common,
  ...compare,
  ...diagram,
  ...gallery,
  ...glossary,
  ...guide,
  ...info,
  ...keys,
  ...notices,
  ...page,
  ...panel,
  ...panes,
  ...playback,
  ...presets,
  ...probes,
  ...status,
  ...verify,
} as const;
