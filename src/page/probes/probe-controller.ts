import type { Engine, Trace } from '../../experiment/engine.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { traceCsv } from '../../experiment/format/trace-csv.ts';
import { largestDifference } from '../../experiment/trace-series.ts';
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
import { seriesView, type ProbeTrace } from './series-view.ts';
import type { Store } from '../app/store.ts';
import { tracesOf } from './traces.ts';

interface Dependencies {
  readonly store: Store;
  readonly map: { readonly frame: PaneFrame; readonly pane: MapPane };
  readonly flow: { readonly frame: PaneFrame; readonly pane: FlowPane };
}

/** The probes with their traces, wherever the page shows them. */
export interface ProbeController {
  readonly probes: Probes;
  readonly traces: readonly Trace[];
  setEngine(engine: Engine): void;
  /** Begins to compute every trace in float64 as well, where another engine draws them. */
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
    drawTraces();
    const { experiment } = store;
    const colours = probeColours(theme);
    for (const one of handles) one.show(experiment.slice, experiment.starts, colours);
  };
  const drawTraces = () => {
    const { experiment } = store;
    const colours = probeColours(theme);
    const drawn = probeTraces(colours);
    map.pane.showTraces(drawn.map(({ trace, colour }) => ({ trace, colour, style: 'faint' })));
    flow.pane.showTraces([
      ...drawn.flatMap(({ reference, colour, active }): Curve[] =>
        reference && active ? [{ trace: reference, colour, style: 'band' }] : [],
      ),
      ...drawn.map(({ trace, colour }) => ({ trace, colour })),
    ]);
    series.draw(experiment, drawn, theme);
    const isKnown = traces.latest.length === experiment.starts.length;
    const differences = experiment.starts.map((_, i) => {
      const { trace, reference } = (isKnown ? drawn[i] : undefined) ?? {};
      return trace && reference ? largestDifference(trace, reference) : undefined;
    });
    list.show({ experiment, colours, differences: kind === 'cpu' ? undefined : differences });
  };
  const probeTraces = (colours: readonly string[]): readonly ProbeTrace[] => {
    const { latest } = traces;
    const slots = probes.slotsOfTraces(latest);
    const activeSlot = probes.slots[probes.active];
    // Of the very same starts and dynamics, or not to be compared.
    const references = references64.key === traces.key ? references64.latest : [];
    return latest.map((trace, i) => ({
      trace,
      reference: references[i],
      colour: colours[slots[i]!]!,
      active: slots[i] === activeSlot,
    }));
  };

  const traces = tracesOf(drawTraces);
  const references64 = tracesOf(drawTraces);
  const probes = probesOf(store, draw);
  const handles = [map, flow].map(({ frame }) => probeHandles(frame.square, probes));
  const series = seriesView(store, drawTraces);
  const list = probeList(byId('probes'), probes, (index) => {
    const trace = traces.latest[index];
    if (!trace) return;
    const name = `ganfield-${store.experiment.model}-probe-${probes.slots[index]! + 1}.csv`;
    download(new Blob([traceCsv(trace)], { type: 'text/csv' }), name);
  });

  const compute = (experiment: Experiment) => {
    traces.setExperiment(experiment);
    references64.setExperiment(experiment);
  };
  compute(store.experiment);
  store.subscribe(compute);

  return {
    probes,
    get traces() {
      return traces.latest;
    },
    setEngine(engine) {
      ({ kind } = engine);
      traces.setEngine(engine);
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
