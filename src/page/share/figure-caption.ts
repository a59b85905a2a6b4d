import { theoryRemarks } from '../../cpu/theory-lines.ts';
import { remarkOf, type Engine } from '../../experiment/engine.ts';
import { mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Experiment, PlaneAxis } from '../../experiment/experiment.ts';
import { planeFromTarget } from '../../experiment/equilibrium/target.ts';
import { mapPlane } from '../../experiment/plane.ts';
import { mapMeasureText } from '../../experiment/texts.ts';
import { axisSymbol } from '../../figure/axes.ts';
import { angularMomentumText } from '../../figure/overlays/zero-angular-momentum.ts';
import { paneOf, type PaneKind } from '../../figure/pane-geometry.ts';
import type { PictureContent } from '../../figure/picture-size.ts';
import { captionOf, SEPARATOR } from '../../figure/text/caption.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { startsText } from '../../figure/text/starts-text.ts';
import { FIGURE_MESSAGES } from '../../figure/text/translate.ts';
import type { State } from '../../models/state.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';

export interface CaptionChoice {
  readonly content: PictureContent;
  /** Of the trajectories that are drawn. */
  readonly starts: readonly State[];
  /** Undefined where it is not named, or is being opened. */
  readonly engine: Pick<Engine, 'kind' | 'adapter'> | undefined;
}

/**
 * What a figure shows and every choice behind it, as the text that stands below it in a paper. It needs
 * the experiment alone: nothing is measured for it.
 */
export function figureCaption(
  experiment: Experiment,
  { content, starts, engine }: CaptionChoice,
): string {
  const kinds = content === 'both' ? (['map', 'flow'] as const) : [content];
  const choices = [
    captionOf(experiment, translate, content !== 'map'),
    ...(content === 'flow'
      ? []
      : angularMomentumText(planeFromTarget(experiment, mapPlane(experiment)))),
    ...theoryRemarks(experiment, translate),
    ...startsText(experiment.slice, starts, translate),
    ...(engine ? [translate(remarkOf(engine))] : []),
  ];
  return [...kinds.map((kind) => paneText(experiment, kind)), choices.join(SEPARATOR)]
    .map((text) => t('common.sentence', { text }))
    .join(t('common.betweenSentences'));
}

/** `Map: outcome, θ₁(0) from −2 to 2 across, θ₂(0) from −2 to 2 up` */
function paneText(experiment: Experiment, kind: PaneKind): string {
  const { x, y } = paneOf(experiment, kind);
  const range = (axis: PlaneAxis) =>
    t('panes.range', {
      symbol: axisSymbol(axis, kind === 'map', translate),
      from: formatNumber(axis.min),
      to: formatNumber(axis.max),
    });
  const measure = translate(mapMeasureText(mapMeasureOf(experiment), 'title'));
  return t('share.figure.pane', {
    name: translate(FIGURE_MESSAGES[kind]),
    shown: [
      ...(kind === 'map' ? [measure] : []),
      t('panes.across', { range: range(x) }),
      t('panes.up', { range: range(y) }),
    ].join(t('common.comma')),
  });
}
