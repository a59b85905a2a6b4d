import type { Engine, Trajectory } from '../../experiment/engine.ts';
import { trajectoryCsv } from '../../experiment/format/trajectory-csv.ts';
import { maxTrajectoryDistance } from '../../experiment/trajectory-series.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Curve } from '../../figure/pane.ts';
import { t } from '../messages/messages.ts';
import type { FlowPane } from '../panes/flow-pane.ts';
import type { MapPane } from '../panes/map-pane.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { channelOf, subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { byId } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import { messageOf } from '../ui/errors.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';
import type { LiveViews } from '../views/live-views.ts';
import { probeHandles, type ProbeHandles } from './probe-handles.ts';
import { probeList } from './probe-list.ts';
import type { Probes } from './probes.ts';
import { seriesView, type ProbeTrajectory } from './series-view.ts';
import { trajectoriesOf } from './trajectories.ts';

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly notices: Notices;
  readonly live: LiveViews;
  readonly probes: Probes;
  readonly frames: readonly PaneFrame[];
  readonly map: MapPane;
  readonly flow: FlowPane;
}

/** The probes with their trajectories, wherever the page shows them. */
export interface ProbeController {
  readonly trajectories: readonly Trajectory[];
  /** The probes can be dragged in another square as well. */
  join(square: HTMLElement): void;
  destroy(): void;
}

export function openProbeController(dependencies: Dependencies): ProbeController {
  const { store, theme, notices, live, probes, frames, map, flow } = dependencies;
  const life = lifetimeOf();
  /** Something about the trajectories has changed, or the places where they are drawn. */
  const changes = channelOf();
  const events = {
    trajectories: () => changes.emit(),
    failed: (error: unknown) =>
      notices.notify('failure', t('notices.failed', { reason: messageOf(error) })),
  };
  const trajectories = life.own(trajectoriesOf(events));
  /** The same in float64, where another engine draws them. */
  const references = life.own(trajectoriesOf(events));
  const handles: ProbeHandles[] = [];
  const series = life.own(seriesView(store, changes.emit));
  const save = (index: number) => {
    const trajectory = trajectories.latest[index];
    if (!trajectory) return;
    const name = `ganfield-${store.experiment.model}-probe-${probes.slots[index]! + 1}.csv`;
    download(new Blob([trajectoryCsv(trajectory)], { type: 'text/csv' }), name);
  };
  const list = life.own(probeList(byId('probes'), probes, save));
  let kind: Engine['kind'] | undefined;
  let referenceEngine: Engine | undefined;

  const probeTrajectories = (): readonly ProbeTrajectory[] => {
    const { latest } = trajectories;
    const slots = probes.slotsOfTrajectories(latest);
    const colours = probeColours(theme.value);
    const activeSlot = probes.slots[probes.active];
    // Comparable only for the same initial conditions and dynamics.
    const known = references.key === trajectories.key ? references.latest : [];
    return latest.map((trajectory, i) => ({
      trajectory,
      reference: known[i],
      colour: colours[slots[i]!]!,
      active: slots[i] === activeSlot,
    }));
  };
  const draw = () => {
    const { experiment } = store;
    const colours = probeColours(theme.value);
    const drawn = probeTrajectories();
    map.showTrajectories(
      drawn.map(({ trajectory, colour }) => ({ trajectory, colour, style: 'faint' })),
    );
    flow.showTrajectories(withReference(drawn));
    series.draw(experiment, drawn, theme.value);
    const isKnown = trajectories.latest.length === experiment.starts.length;
    const differences = experiment.starts.map((_, i) => {
      const { trajectory, reference } = (isKnown ? drawn[i] : undefined) ?? {};
      return trajectory && reference ? maxTrajectoryDistance(trajectory, reference) : undefined;
    });
    list.show({ experiment, colours, differences: kind === 'cpu' ? undefined : differences });
    for (const one of handles) one.show(experiment.slice, experiment.starts, colours);
  };
  const compute = () => {
    trajectories.setExperiment(store.experiment);
    references.setExperiment(store.experiment);
  };
  const setEngine = () => {
    const engine = live.viewSet.value?.engine;
    kind = engine?.kind ?? kind;
    trajectories.setEngine(engine);
  };
  const openReferences = () => {
    if (referenceEngine || kind !== 'gpu') return;
    referenceEngine = life.own(cpuEngineInWorkers(1));
    references.setEngine(referenceEngine);
  };
  const join = (square: HTMLElement) => {
    handles.push(life.own(probeHandles(square, probes)));
    changes.emit();
  };

  life.onEnd(changes.subscribe(draw));
  compute();
  for (const { square } of frames) join(square);
  life.onEnd(store.subscribe(compute));
  life.onEnd(
    subscribeAll(
      [store, theme, probes.selections, ...frames.map(({ resizes }) => resizes)],
      changes.emit,
    ),
  );
  life.onEnd(live.viewSet.subscribe(setEngine));
  life.onEnd(live.finishes.subscribe(openReferences));

  return {
    get trajectories() {
      return trajectories.latest;
    },
    join,
    destroy: life.destroy,
  };
}

/** What the flow shows: every trajectory, and the active one's in float64 behind them. */
function withReference(drawn: readonly ProbeTrajectory[]): readonly Curve[] {
  return [
    ...drawn.flatMap(({ reference, colour, active }): Curve[] =>
      reference && active ? [{ trajectory: reference, colour, style: 'band' }] : [],
    ),
    ...drawn.map(({ trajectory, colour }) => ({ trajectory, colour })),
  ];
}
