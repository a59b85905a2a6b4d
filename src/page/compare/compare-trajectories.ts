import { mapPlane } from '../../experiment/plane.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { curves, type Curve } from '../../figure/pane.ts';
import { type PaneKind } from '../../figure/pane-geometry.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import type { Probes } from '../probes/probes.ts';
import { trajectoriesOf } from '../probes/trajectories.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { errorText } from '../messages/error-text.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { CompareFrame } from './compare-frame.ts';
import { openEquilibria } from '../shell/equilibria.ts';
import { openMapTheory } from '../panes/map-theory.ts';
import { secondExperiment, type SecondViews } from './second-views.ts';

/** The probes' trajectories in the other experiment and its phase portrait, on its map and in its flow, and theory over its map. */
export interface OtherTrajectories {
  draw(): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly probes: Probes;
  readonly frame: Pick<CompareFrame, 'map' | 'flow'>;
  readonly views: Pick<SecondViews, 'pair' | 'finishes'>;
  onFailed(message: string): void;
}

export function otherTrajectories(dependencies: Dependencies): OtherTrajectories {
  const { store, theme, live, probes, frame, views, onFailed } = dependencies;
  const life = lifetimeOf();
  const draw = () => {
    const { slice } = store.experiment;
    const slots = probes.slotsOfTrajectories(trajectories.latest);
    const colours = probeColours(theme.value);
    const of = (style: Pick<Curve, 'style'>) =>
      trajectories.latest.map((trajectory, i): Curve => ({
        trajectory,
        colour: colours[slots[i]!]!,
        ...style,
      }));
    const into = (kind: PaneKind, lines: readonly Curve[]) => {
      const options = { kind, theme: theme.value, fonts: FONTS, em: figureEm(), translate };
      const { box } = frame[kind];
      const second = secondExperiment(store.state);
      const plane = kind === 'map' && second ? mapPlane(second) : slice;
      frame[kind].drawMarks([
        ...(kind === 'map' ? theory.marks(plane, box, options) : []),
        ...portrait.value.marks(plane, box, options),
        ...curves(plane, box, lines, options),
      ]);
    };
    into('map', of({ style: 'faint' }));
    into('flow', of({}));
  };
  const trajectories = life.own(
    trajectoriesOf({
      trajectories: () => draw(),
      failed: (error) => onFailed(t('notices.failed', { reason: errorText(error) })),
    }),
  );
  const ofTheory = {
    experiment: () => secondExperiment(store.state),
    sample: () => (views.pair?.map.isCurrent ? views.pair.map.sample : undefined),
    changes: [store, views.finishes],
  };
  const theory = life.own(openMapTheory(ofTheory, draw));
  const portrait = life.own(openEquilibria(store, undefined, () => secondExperiment(store.state)));
  life.onEnd(portrait.subscribe(draw));
  const setExperiment = () => {
    const second = secondExperiment(store.state);
    if (second) trajectories.setExperiment(second);
  };
  const setEngine = () => trajectories.setEngine(live.viewSet.value?.engine);

  setExperiment();
  setEngine();
  life.onEnd(store.subscribe(setExperiment));
  life.onEnd(live.viewSet.subscribe(setEngine));
  return { draw, destroy: life.destroy };
}
