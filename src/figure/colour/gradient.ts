import { element, type Markup } from '../svg.ts';
import { cssOf, type RGB } from './theme.ts';

export interface Gradient {
  readonly definition: Markup;
  /** What a `fill` says. */
  readonly reference: string;
}

/** Evenly spaced colours, from the left or from the bottom. */
export function gradient(colours: readonly RGB[], direction: 'across' | 'up'): Gradient {
  const stops = colours.map(cssOf);
  const id = `gradient-${direction}-${hashOf(stops.join())}`;
  const end =
    direction === 'across' ? { x1: 0, y1: 0, x2: 1, y2: 0 } : { x1: 0, y1: 1, x2: 0, y2: 0 };
  const definition = element(
    'linearGradient',
    { id, ...end },
    stops.map((stop, i) =>
      element('stop', { offset: String(i / Math.max(1, stops.length - 1)), 'stop-color': stop }),
    ),
  );
  return { definition, reference: `url(#${id})` };
}

/** FNV-1a. Ids made from the content may occur twice in a page: both mean the same. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
