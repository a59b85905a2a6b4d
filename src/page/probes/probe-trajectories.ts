import type { Engine, Trajectory } from '../../experiment/engine.ts';
import { maxTrajectoryDistance } from '../../experiment/trajectory-series.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { t } from '../messages/messages.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, type ReadonlySignal, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import type { Loop } from '../shell/loop.ts';
import { errorText } from '../messages/error-text.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { Probes } from './probes.ts';
import type { PlottedTrajectory } from '../../figure/plot/trajectory-plot.ts';
import { trajectoriesOf } from './trajectories.ts';

/** The probes' trajectories by the views' engine, and beside a float32 one in float64 as well. */
export interface ProbeTrajectories {
  readonly latest: readonly Trajectory[];
  /** There are other trajectories. */
  readonly changes: Source<void>;
  /** Ready to be drawn. */
  drawn(): readonly PlottedTrajectory[];
  /**
   * For each probe how far both engines get apart, undefined while that is not known. Undefined as
   * a whole where float64 alone computes.
   */
  differences(): readonly (number | undefined)[] | undefined;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly notices: Notices;
  readonly loop: Loop;
  readonly live: LiveViews;
  readonly probes: Probes;
}

/**
 * The longest wait for a map before trajectories of a newer experiment, in seconds: under a slider in
 * motion they go with the map, as a busy software adapter takes no more pictures of them than that.
 */
const PATIENCE = 1;

export function openProbeTrajectories(dependencies: Dependencies): ProbeTrajectories {
  const { store, theme, notices, loop, live, probes } = dependencies;
  const life = lifetimeOf();
  const changes = channelOf();
  const events = {
    trajectories: () => changes.emit(),
    failed: (error: unknown) =>
      notices.notify('failure', t('notices.failed', { reason: errorText(error) })),
  };
  const shown = life.own(trajectoriesOf(events));
  const references = life.own(trajectoriesOf(events));
  let kind: Engine['kind'] | undefined;
  let referenceEngine: Engine | undefined;

  const drawn = (): readonly PlottedTrajectory[] => {
    const { latest } = shown;
    const slots = probes.slotsOfTrajectories(latest);
    const colours = probeColours(theme.value);
    const activeSlot = probes.slots[probes.active];
    // Comparable only for the same initial conditions and dynamics.
    const known = references.key === shown.key ? references.latest : [];
    return latest.map((trajectory, i) => ({
      trajectory,
      reference: known[i],
      colour: colours[slots[i]!]!,
      active: slots[i] === activeSlot,
    }));
  };
  const compute = () => {
    shown.setExperiment(store.experiment);
    references.setExperiment(store.experiment);
  };
  /** Seconds since the experiment has changed; undefined where the present one was taken up. */
  let waited: number | undefined;
  const update = () => {
    waited ??= 0;
    loop.wake();
  };
  const follow = (seconds: number) => {
    if (waited === undefined) return false;
    waited += seconds;
    if (!live.mapIsCurrent && waited < PATIENCE) return true;
    waited = undefined;
    compute();
    return false;
  };
  const setEngine = () => {
    const engine = live.viewSet.value?.engine;
    kind = engine?.kind ?? kind;
    shown.setEngine(engine);
  };
  /** The first map comes before float64, which nobody waits for. */
  const openReferences = () => {
    if (referenceEngine || kind !== 'gpu') return;
    referenceEngine = life.own(cpuEngineInWorkers(1));
    references.setEngine(referenceEngine);
  };

  compute();
  setEngine();
  life.onEnd(store.subscribe(update));
  life.onEnd(loop.add(follow));
  life.onEnd(live.viewSet.subscribe(setEngine));
  life.onEnd(live.finishes.subscribe(openReferences));
  return {
    get latest() {
      return shown.latest;
    },
    changes,
    drawn,
    differences() {
      if (kind === 'cpu') return undefined;
      const { starts } = store.experiment;
      const known = shown.latest.length === starts.length ? drawn() : [];
      return starts.map((_, i) => {
        const { trajectory, reference } = known[i] ?? {};
        return trajectory && reference ? maxTrajectoryDistance(trajectory, reference) : undefined;
      });
    },
    destroy: life.destroy,
  };
}
