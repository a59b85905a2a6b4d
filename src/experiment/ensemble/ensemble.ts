/** Many starts behind each pixel: which they are, and what a map then measures. */
import { hash } from '../../methods/noise.ts';
import {
  baseMeasure,
  isStatistic,
  mapMeasure,
  type MapMeasure,
} from '../../measures/statistics.ts';
import {
  indexOf,
  numberOf,
  textOf,
  type ColourEnds,
  type Ensemble,
  type Experiment,
} from '../experiment.ts';
import { componentOf, mapPlane } from '../plane.ts';

/**
 * The ensemble behind each pixel of the experiment's map: its box without the components that are on an
 * axis. Undefined where nothing of it is left, or there is none.
 */
export function mapEnsemble(experiment: Experiment): Ensemble | undefined {
  const { ensemble } = experiment;
  if (!ensemble) return undefined;
  const { x, y } = mapPlane(experiment);
  const box = ensemble.box.filter(
    ({ component }) => component !== componentOf(x) && component !== componentOf(y),
  );
  return box.length === 0 ? undefined : { ...ensemble, box };
}

/** The experiment with one start behind each pixel. */
export function withoutEnsemble(experiment: Experiment): Experiment {
  const { ensemble: _, ...rest } = experiment;
  const measure = baseMeasure(mapMeasure(textOf(experiment, 'measure'))).id;
  return { ...rest, values: { ...rest.values, measure } };
}

/**
 * What the experiment's map shows. Basins are those of single starts among equilibria that do not move: on
 * a plane with a parameter, and of an ensemble, the outcome is shown in their place. A statistic needs an ensemble: without one it is what it is taken of.
 * Of an ensemble a number is shown by its mean, and the outcome is the most frequent label.
 */
export function mapMeasureOf(experiment: Experiment): MapMeasure {
  const chosen = mapMeasure(textOf(experiment, 'measure'));
  const measure =
    chosen.scale === 'basins' && !hasBasins(experiment) ? mapMeasure('outcome') : chosen;
  if (!mapEnsemble(experiment)) return baseMeasure(measure);
  return isStatistic(measure) || measure.scale === 'labels'
    ? measure
    : mapMeasure(`mean.${measure.id}`);
}

/** Whether the experiment's map can show basins. */
export function hasBasins(experiment: Experiment): boolean {
  return !experiment.parameterAxes && !mapEnsemble(experiment);
}

/**
 * Whether what is shown of an experiment has its equilibria marked: of every game, and where basins or
 * separatrices are shown.
 */
export function showsEquilibria(experiment: Experiment): boolean {
  const { game, values } = experiment;
  return (
    game !== undefined ||
    mapMeasureOf(experiment).scale === 'basins' ||
    values['separatrices'] === true
  );
}

/** The ends of colours that are pinned for what the experiment's map shows. */
export function pinnedEnds(experiment: Experiment): ColourEnds | undefined {
  const { colours } = experiment;
  return colours?.measure === mapMeasureOf(experiment).id ? colours : undefined;
}

/**
 * The starts of an ensemble, four numbers each: uniform in its box, drawn by the experiment's seed; the
 * components outside it are 0. The first of many are those of few, and each component is drawn by itself,
 * so that a box with one more keeps the others.
 */
export function drawnStarts(experiment: Experiment, { starts, box }: Ensemble): Float64Array {
  const key = hash((numberOf(experiment, 'seed') ^ STARTS) >>> 0);
  const states = new Float64Array(4 * starts);
  for (let i = 0; i < starts; i++) {
    const own = hash((key ^ hash(i)) >>> 0);
    for (const { component, min, max } of box) {
      const index = indexOf(component);
      const uniform = (hash((own + index) >>> 0) + 0.5) / 2 ** 32;
      states[4 * i + index] = min + uniform * (max - min);
    }
  }
  return states;
}

/** Parts the draws of starts from those of noise, which has the same seed. */
const STARTS = 0x53746172;
