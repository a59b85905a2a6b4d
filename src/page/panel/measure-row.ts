import { hasBasins, mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { MEASURE } from '../../experiment/parameters.ts';
import { mapMeasureText, parameterText } from '../../experiment/texts.ts';
import { MEASURES } from '../../measures/index.ts';
import { isStatistic, mapMeasure, STATISTICS } from '../../measures/statistics.ts';
import { t, translate } from '../messages/messages.ts';
import { choiceRow, type Edit, type Row } from './panel-rows.ts';

/** What the map shows: a measure, or of an ensemble a statistic. */
export function measureRow({ assign }: Edit): Row {
  const label = {
    name: translate(parameterText(MEASURE, 'symbol')),
    doc: translate(parameterText(MEASURE, 'doc')),
  };
  const ids = new Map(
    [...MEASURES, ...STATISTICS].map((one) => [translate(mapMeasureText(one, 'title')), one.id]),
  );
  const groupOf = (title: string) => {
    const measure = mapMeasure(ids.get(title)!);
    return isStatistic(measure) ? t(`panel.statistics.${measure.kind}`) : '';
  };
  return choiceRow(
    MEASURE,
    label,
    optionsOf,
    {
      get: (experiment) => mapMeasureOf(experiment).id,
      set: (id) => assign(MEASURE.name, id),
    },
    groupOf,
  );
}

function optionsOf(experiment: Experiment | undefined) {
  const isEnsemble = experiment && mapEnsemble(experiment) !== undefined;
  const single = MEASURES.filter(
    ({ scale }) => scale !== 'basins' || !experiment || hasBasins(experiment),
  );
  const shown = isEnsemble ? [mapMeasure('outcome'), ...STATISTICS] : single;
  return shown.map((one) => [translate(mapMeasureText(one, 'title')), one.id] as const);
}
