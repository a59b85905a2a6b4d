import type { Trajectory } from '../../experiment/engine.ts';
import { trajectoryCsv } from '../../experiment/format/trajectory-csv.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { PaneKind } from '../../figure/pane-geometry.ts';
import type { Curve } from '../../figure/pane.ts';
import type { FlowPane } from '../panes/flow-pane.ts';
import type { MapPane } from '../panes/map-pane.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import type { Loop } from '../shell/loop.ts';
import type { Notices } from '../shell/notices.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { byId } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import type { LiveViews } from '../views/live-views.ts';
import { probeHandles, type ProbeHandles } from './probe-handles.ts';
import { probeList } from './probe-list.ts';
import { openProbeTrajectories } from './probe-trajectories.ts';
import type { Probes } from './probes.ts';
import type { PlottedTrajectory } from '../../figure/plot/trajectory-plot.ts';
import { seriesView } from './series-view.ts';

interface Dependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly notices: Notices;
  readonly loop: Loop;
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
  join(frame: Pick<PaneFrame, 'square' | 'kind'>): void;
  destroy(): void;
}

export function openProbeController(dependencies: Dependencies): ProbeController {
  const { store, theme, probes, frames, map, flow } = dependencies;
  const life = lifetimeOf();
  const trajectories = life.own(openProbeTrajectories(dependencies));
  const handles: { readonly kind: PaneKind; readonly handles: ProbeHandles }[] = [];
  const save = (index: number) => {
    const trajectory = trajectories.latest[index];
    if (!trajectory) return;
    const name = `ganfield-${store.experiment.model}-probe-${probes.slots[index]! + 1}.csv`;
    download(new Blob([trajectoryCsv(trajectory)], { type: 'text/csv' }), name);
  };
  const list = life.own(probeList(byId('probes'), probes, save));
  const series = life.own(seriesView(store, () => draw()));
  const draw = () => {
    const { experiment } = store;
    const colours = probeColours(theme.value);
    const drawn = trajectories.drawn();
    map.showTrajectories(
      drawn.map(({ trajectory, colour }) => ({ trajectory, colour, style: 'faint' })),
    );
    flow.showTrajectories(withReference(drawn));
    series.draw(experiment, drawn, theme.value);
    list.show({ experiment, colours, differences: trajectories.differences() });
    for (const one of handles) {
      // A map over parameters has no places of initial conditions.
      const isPhase = one.kind === 'flow' || !experiment.parameterAxes;
      one.handles.show(isPhase ? experiment.slice : undefined, experiment.starts, colours);
    }
  };
  const join = ({ square, kind }: Pick<PaneFrame, 'square' | 'kind'>) => {
    handles.push({ kind, handles: life.own(probeHandles(square, probes)) });
    draw();
  };

  for (const frame of frames) join(frame);
  const resizes = frames.map((frame) => frame.resizes);
  life.onEnd(
    subscribeAll([store, theme, probes.selections, trajectories.changes, ...resizes], draw),
  );
  return {
    get trajectories() {
      return trajectories.latest;
    },
    join,
    destroy: life.destroy,
  };
}

/** What the flow shows: every trajectory, and the active one's in float64 behind them. */
function withReference(drawn: readonly PlottedTrajectory[]): readonly Curve[] {
  return [
    ...drawn.flatMap(({ reference, colour, active }): Curve[] =>
      reference && active ? [{ trajectory: reference, colour, style: 'band' }] : [],
    ),
    ...drawn.map(({ trajectory, colour }) => ({ trajectory, colour })),
  ];
}
