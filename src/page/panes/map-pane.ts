import { planeFromTarget } from '../../experiment/equilibrium/target.ts';
import { rowCount } from '../../experiment/ensemble/rows.ts';
import { mapPlane, valueAt } from '../../experiment/plane.ts';
import { mapEnsemble, mapMeasureOf } from '../../experiment/ensemble/ensemble.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import type { ColourScale } from '../../figure/colour/colour-scale.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { colourBarSvg } from '../../figure/legend/colour-bar.ts';
import { countLabels, type LabelCounts } from '../../figure/legend/label-counts.ts';
import { curves, type Curve } from '../../figure/pane.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { stateText } from '../../figure/text/state-text.ts';
import { t, translate } from '../messages/messages.ts';
import { orbitKindOf } from '../../experiment/theory/orbit-kind.ts';
import { mapMeasureText } from '../../experiment/texts.ts';
import type { FoundEquilibria } from '../shell/found-equilibria.ts';
import type { Loop } from '../shell/loop.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { Outcome } from '../../measures/outcomes.ts';
import { setText, svgSlot } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { MapTheory } from './map-theory.ts';
import { mapDescription } from './map-description.ts';
import { mapValueText } from './map-value.ts';
import type { PaneFrame } from './pane-frame.ts';
import { onParameterPlanes } from './parameter-part.ts';
import { progressBar } from './progress-bar.ts';
import { onlyLabel, singleLabel, whenWhole } from './single-label.ts';
import { slimLegend } from './slim-legend.ts';

/** What stands around the map's pixels: axes, trajectories, legend, and the value under the pointer. */
export interface MapPane {
  showTrajectories(trajectories: readonly Curve[]): void;
  destroy(): void;
}

interface Dependencies {
  readonly frame: PaneFrame;
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly live: Pick<LiveViews, 'viewSet' | 'scale' | 'results'>;
  readonly equilibria: ReadonlySignal<FoundEquilibria>;
}

export function openMapPane(dependencies: Dependencies): MapPane {
  const { frame, store, theme, loop, live, equilibria } = dependencies;
  const life = lifetimeOf();
  const find = (selector: string) => frame.root.querySelector<HTMLElement>(selector)!;
  const [what, reading, legend, description] = ['.what', '.reading', '.legend', '.words'].map(
    find,
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const setLegend = legendIn(legend, equilibria);
  const showProgress = progressBar(find('.progress'));
  let labelCounts: LabelCounts | undefined;
  let trajectories: readonly Curve[] = [];
  let only: Outcome | undefined;

  const drawLegend = () => {
    const scale = live.scale.value;
    if (!scale || frame.box.width === 0) return;
    setText(description, mapDescription(store.experiment, scale, labelCounts));
    const { height } = frame.box;
    const options = { height, em: figureEm(), theme: theme.value, fonts: FONTS, translate };
    setLegend(scale, { ...options, labelCounts });
  };
  const drawTrajectories = () => {
    const options = { kind: 'map', theme: theme.value, fonts: FONTS, em: figureEm() } as const;
    const plane = mapPlane(store.experiment);
    frame.drawMarks([
      ...theory.marks(plane, frame.box, { ...options, translate }),
      ...equilibria.value.marks(plane, frame.box, options),
      ...curves(plane, frame.box, trajectories, options),
      ...singleLabel(only, frame.box, options),
    ]);
  };
  const theory = life.own(lazyTheory(store, live, () => drawTrajectories()));
  const draw = () => {
    setText(what, whatOf(store.experiment));
    const plane = mapPlane(store.experiment);
    frame.drawAxes(plane, theme.value, planeFromTarget(store.experiment, plane));
    drawTrajectories();
    drawLegend();
  };
  /** The labels of the latest numbers stay until there are newer ones. */
  const count = () => {
    const [scale, results] = [live.scale.value, live.results.value];
    if (!results) return;
    const { width, height } = results.picture.grid;
    labelCounts = scale && countLabels(scale, results.picture.results, width * height);
    only = whenWhole(onlyLabel(scale, labelCounts), only, results.complete);
    drawTrajectories();
    drawLegend();
  };
  const onPoint = (event: PointerEvent) => {
    const point = pointIn(frame.square, event);
    if (point) setText(reading, readingAt(point, store.experiment, live));
  };

  const { signal } = life;
  frame.square.addEventListener('pointermove', onPoint, { signal });
  frame.square.addEventListener('pointerleave', () => setText(reading, ''), { signal });
  life.onEnd(subscribeAll([store, theme, frame.resizes, equilibria], draw));
  life.onEnd(live.results.subscribe(count));
  life.onEnd(
    live.scale.subscribe(() => {
      // What the colours were chosen for says what the legend needs until all is counted.
      const [scale, sample] = [live.scale.value, live.viewSet.value?.map.sample];
      labelCounts = scale && sample && countLabels(scale, sample, rowCount(scale.layout, sample));
      count();
      drawLegend();
    }),
  );
  life.onEnd(
    loop.add(() => {
      const present = live.viewSet.value;
      if (present) showProgress(present.map.progress);
      return false;
    }),
  );
  life.onEnd(() => legend.replaceChildren());
  return {
    showTrajectories(next) {
      trajectories = next;
      drawTrajectories();
    },
    destroy: life.destroy,
  };
}

/** Theory over the map, none before its code is there. */
function lazyTheory(store: Store, live: Dependencies['live'], onChange: () => void): MapTheory {
  const source = {
    experiment: () => store.experiment,
    sample: () => (live.results.value ? live.viewSet.value?.map.sample : undefined),
    changes: [store, live.results],
  };
  let opened: MapTheory | undefined;
  const { destroy } = onParameterPlanes(store, async () => {
    const { openMapTheory } = await import('./map-theory.ts');
    return (opened = openMapTheory(source, onChange));
  });
  return { marks: (...place) => opened?.marks(...place) ?? [], destroy };
}

/** Sets a scale's legend: of basins as soon as their equilibria are found, where it is narrow in a line. */
function legendIn(legend: HTMLElement, equilibria: ReadonlySignal<FoundEquilibria>) {
  const setSvg = svgSlot(legend);
  return (scale: ColourScale, place: Parameters<typeof colourBarSvg>[1]) => {
    if (scale.measure.scale === 'basins') setSvg(equilibria.value.legend(scale, place));
    else if (getComputedStyle(legend).getPropertyValue('--slim').trim() !== '') {
      legend.replaceChildren(slimLegend(scale, place.labelCounts));
    } else setSvg(colourBarSvg(scale, place));
  };
}

/** What is at a place of the map, given as fractions from the lower left, and its value. */
function readingAt(
  { x, y }: { readonly x: number; readonly y: number },
  experiment: Experiment,
  live: Dependencies['live'],
): string {
  const plane = mapPlane(experiment);
  const drawn = mapEnsemble(experiment)?.box.map(({ component }) => component);
  const at = stateText(plane, valueAt(plane.x, x), valueAt(plane.y, y), drawn);
  const [scale, results] = [live.scale.value, live.results.value];
  const value =
    results && scale && mapValueText(results.picture, scale, x, y, orbitKindOf(experiment));
  return value === undefined ? at : `${at}: ${value}`;
}

/** Where a pointer is, in fractions of the square from its lower left. */
function pointIn(square: HTMLElement, { clientX, clientY }: PointerEvent) {
  const box = square.getBoundingClientRect();
  const [x, y] = [(clientX - box.left) / box.width, (box.bottom - clientY) / box.height];
  if (x < 0 || x > 1 || y < 0 || y > 1) return undefined;
  return { x, y };
}

function whatOf(experiment: Experiment): string {
  return t('panes.mapOf', {
    measure: translate(mapMeasureText(mapMeasureOf(experiment), 'title')),
    time: formatNumber(numberOf(experiment, 'time')),
  });
}
