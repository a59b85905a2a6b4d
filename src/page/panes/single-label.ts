import { outcomeText } from '../../experiment/texts.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { LabelCounts } from '../../figure/legend/label-counts.ts';
import { plate } from '../../figure/overlays/plate.ts';
import type { PaneOptions } from '../../figure/pane-geometry.ts';
import type { Rectangle } from '../../figure/rectangle.ts';
import type { Markup } from '../../figure/svg.ts';
import { OUTCOMES, type Outcome } from '../../measures/outcomes.ts';
import { t, translate } from '../messages/messages.ts';

/** The label that all starts of a map of labels have: its flat colour is an answer, not a fault. */
export function onlyLabel(
  scale: Pick<ColourScale, 'transform'> | undefined,
  counts: Pick<LabelCounts, 'outcomes' | 'count'> | undefined,
): Outcome | undefined {
  if (scale?.transform !== 'labels' || !counts) return undefined;
  return OUTCOMES[counts.outcomes.indexOf(counts.count)];
}

/** A map that is not whole has no word of its own yet, and keeps the one that was there where it holds. */
export function whenWhole(
  found: Outcome | undefined,
  before: Outcome | undefined,
  isWhole: boolean,
): Outcome | undefined {
  return isWhole || found === before ? found : undefined;
}

/** The same in words, in the pane's lower left corner; nothing where there is none. */
export function singleLabel(
  label: Outcome | undefined,
  { x, y, height }: Rectangle,
  options: Pick<PaneOptions, 'theme' | 'fonts' | 'em'>,
): readonly Markup[] {
  if (label === undefined) return [];
  const words = t('panes.everywhere', { label: translate(outcomeText(label)) });
  const { em } = options;
  return plate(words, x + em, y + height - em, options);
}
