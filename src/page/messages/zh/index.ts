import type { Catalogue } from '../messages.ts';
import { bench } from './bench.ts';
import { boundary } from './boundary.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { diagram } from './diagram.ts';
import { editor } from './editor.ts';
import { equilibria } from './equilibria.ts';
import { gallery } from './gallery.ts';
import { declared } from './declared/index.ts';
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
import { share } from './share.ts';
import { status } from './status.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** All texts of the page in Chinese. */
export const chinese: Catalogue = {
  messages: {
    ...bench,
    ...boundary,
    ...common,
    ...compare,
    ...diagram,
    ...editor,
    ...equilibria,
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
    ...share,
    ...status,
    ...undo,
    ...verify,
  },
  declared,
};
