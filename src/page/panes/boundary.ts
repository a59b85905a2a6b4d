/** The box-counting dimension of the boundary on the map; loaded when somebody asks for it. */
import { mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import { putLabels } from '../../experiment/ensemble/labels.ts';
import { rowLayoutOf } from '../../experiment/ensemble/rows.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { mapMeasureText } from '../../experiment/texts.ts';
import type { MapPicture } from '../../figure/views.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { boxDimension, MIN_DIMENSION_SIDE } from '../../measures/box-dimension.ts';
import { mapMeasure } from '../../measures/statistics.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';

/**
 * What is known of the boundary between the labels of a map, or its basins where it shows them.
 * @param picture undefined while there are no numbers
 */
export function boundaryText(experiment: Experiment, picture: MapPicture | undefined): string {
  if (!picture) return t('boundary.notYet');
  const { width, height } = picture.grid;
  const side = formatNumber(Math.min(width, height));
  if (Math.min(width, height) < MIN_DIMENSION_SIDE) {
    return t('boundary.tooCoarse', { side, least: formatNumber(MIN_DIMENSION_SIDE) });
  }
  const shown = mapMeasureOf(experiment);
  const measure = shown.scale === 'basins' ? shown : mapMeasure('outcome');
  const labels = new Uint16Array(width * height);
  putLabels(labels, 0, picture.results, rowLayoutOf(experiment), measure.id);
  const { value, error, sizes } = boxDimension(labels, width);
  const of = translate(mapMeasureText(measure, 'title'));
  if (value === undefined || error === undefined) return t('boundary.none', { of });
  return t('boundary.dimension', {
    of,
    value: value.toFixed(2),
    error: error.toFixed(2),
    most: formatNumber(sizes.at(-1)!),
    side,
  });
}
