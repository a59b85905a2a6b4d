import { bench } from './bench.ts';
import { boundary } from './boundary.ts';
import { compare } from './compare.ts';
import { diagram } from './diagram.ts';
import { editor } from './editor.ts';
import { equilibria } from './equilibria.ts';
import { gallery } from './gallery.ts';
import { glossary } from './glossary.ts';
import { guide } from './guide.ts';
import { keys } from './keys.ts';
import { notices } from './notices.ts';
import { share } from './share.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** English texts of parts that are loaded when they are asked for. */
export const later = {
  ...bench,
  ...boundary,
  ...compare,
  ...diagram,
  ...editor,
  ...equilibria,
  ...gallery,
  ...glossary,
  ...guide,
  ...keys,
  ...notices,
  ...share,
  ...undo,
  ...verify,
} as const;
