import type { Engine, Trajectory } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { trajectoryCsv } from '../../experiment/format/trajectory-csv.ts';
import { maxTrajectoryDistance } from '../../experiment/trajectory-series.ts';
import type { Curve } from '../../figure/pane.ts';
import { probeColours } from '../../figure/colour/probe-colours.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';
import { byId } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import type { FlowPane } from '../panes/flow-pane.ts';
import type { MapPane } from '../panes/map-pane.ts';
import type { PaneFrame } from '../panes/pane-frame.ts';
import { probeHandles } from './probe-handles.ts';
import { probeList } from './probe-list.ts';
import { probesOf, type Probes } from './probes.ts';
import { seriesView, type ProbeTrajectory } from './series-view.ts';
import type { Store } from '../app/store.ts';
import { trajectoriesOf } from './trajectories.ts';

interface Dependencies {
  readonly store: Store;
  readonly map: { readonly frame: PaneFrame; readonly pane: MapPane };
  readonly flow: { readonly frame: PaneFrame; readonly pane: FlowPane };
}

/** The probes with their trajectories, wherever the page shows them. */
export interface ProbeController {
  readonly probes: Probes;
  readonly trajectories: readonly Trajectory[];
  setEngine(engine: Engine): void;
  /** Begins to compute every trajectory in float64 as well, where another engine draws them. */
  compare(): void;
  draw(theme: Theme): void;
  /** The probes can be dragged in another square as well. */
  join(square: HTMLElement): void;
}

export function createProbeController({ store, map, flow }: Dependencies): ProbeController {
  let theme: Theme = 'dark';
  let kind: Engine['kind'] | undefined;
  let comparing = false;

  const draw = () => {
    drawTrajectories();
    const { experiment } = store;
    const colours = probeColours(theme);
    for (const one of handles) one.show(experiment.slice, experiment.starts, colours);
  };
  const drawTrajectories = () => {
    const { experiment } = store;
    const colours = probeColours(theme);
    const drawn = probeTrajectories(colours);
    map.pane.showTrajectories(
      drawn.map(({ trajectory, colour }) => ({ trajectory, colour, style: 'faint' })),
    );
    flow.pane.showTrajectories([
      ...drawn.flatMap(({ reference, colour, active }): Curve[] =>
        reference && active ? [{ trajectory: reference, colour, style: 'band' }] : [],
      ),
      ...drawn.map(({ trajectory, colour }) => ({ trajectory, colour })),
    ]);
    series.draw(experiment, drawn, theme);
    const isKnown = trajectories.latest.length === experiment.starts.length;
    const differences = experiment.starts.map((_, i) => {
      const { trajectory, reference } = (isKnown ? drawn[i] : undefined) ?? {};
      return trajectory && reference ? maxTrajectoryDistance(trajectory, reference) : undefined;
    });
    list.show({ experiment, colours, differences: kind === 'cpu' ? undefined : differences });
  };
  const probeTrajectories = (colours: readonly string[]): readonly ProbeTrajectory[] => {
    const { latest } = trajectories;
    const slots = probes.slotsOfTrajectories(latest);
    const activeSlot = probes.slots[probes.active];
    // Comparable only for the same initial conditions and dynamics.
    const references = references64.key === trajectories.key ? references64.latest : [];
    return latest.map((trajectory, i) => ({
      trajectory,
      reference: references[i],
      colour: colours[slots[i]!]!,
      active: slots[i] === activeSlot,
    }));
  };

  const trajectories = trajectoriesOf(drawTrajectories);
  const references64 = trajectoriesOf(drawTrajectories);
  const probes = probesOf(store, draw);
  const handles = [map, flow].map(({ frame }) => probeHandles(frame.square, probes));
  const series = seriesView(store, drawTrajectories);
  const list = probeList(byId('probes'), probes, (index) => {
    const trajectory = trajectories.latest[index];
    if (!trajectory) return;
    const name = `ganfield-${store.experiment.model}-probe-${probes.slots[index]! + 1}.csv`;
    download(new Blob([trajectoryCsv(trajectory)], { type: 'text/csv' }), name);
  });

  const compute = (experiment: Experiment) => {
    trajectories.setExperiment(experiment);
    references64.setExperiment(experiment);
  };
  compute(store.experiment);
  store.subscribe(compute);

  return {
    probes,
    get trajectories() {
      return trajectories.latest;
    },
    setEngine(engine) {
      ({ kind } = engine);
      trajectories.setEngine(engine);
    },
    compare() {
      if (comparing || kind !== 'gpu') return;
      comparing = true;
      references64.setEngine(cpuEngineInWorkers(1));
    },
    draw(next) {
      theme = next;
      draw();
    },
    join(square) {
      handles.push(probeHandles(square, probes));
      draw();
    },
  };
}
