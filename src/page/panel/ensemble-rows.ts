import { withBox, withStarts } from '../../experiment/editing/ensemble-choice.ts';
import { mapEnsemble } from '../../experiment/ensemble/ensemble.ts';
import { MAX_ENSEMBLE, type Experiment } from '../../experiment/experiment.ts';
import { boxText, readBox } from '../../experiment/format/read-ensemble.ts';
import { t } from '../messages/messages.ts';
import { numberRow, textRow, type Edit, type Row } from './panel-rows.ts';

/** The slider reaches this far; more can be typed. */
const SLIDER = { min: 1, max: 64, step: 1, integer: true };
const LIMITS = { min: 1, max: MAX_ENSEMBLE, integer: true };

/** The ensemble of what is seen: of a diagram's columns, or of a map, which has none along its axes. */
function shownEnsemble(experiment: Experiment): Experiment['ensemble'] {
  return experiment.diagram ? experiment.ensemble : mapEnsemble(experiment);
}

/** How many starts are behind a pixel, and what they are drawn from. */
export function ensembleRows(experiment: Experiment, edit: Edit): readonly Row[] {
  const count = numberRow(
    'ensemble',
    { name: t('panel.starts'), doc: t('panel.startsDoc') },
    SLIDER,
    {
      get: (present) => shownEnsemble(present)?.starts ?? 1,
      set: (starts) => edit.replace((present) => withStarts(present, starts)),
    },
    LIMITS,
  );
  if (!shownEnsemble(experiment)) return [count];
  const box = textRow(
    'box',
    { name: t('panel.box'), doc: t('panel.boxDoc') },
    {
      get: (present) => boxText(present.ensemble?.box ?? []),
      set: (text) => edit.replace((present) => withBox(present, readBox(text))),
    },
  );
  return [count, box];
}
