import { planeFromTarget } from '../../experiment/equilibrium/target.ts';
import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { FlowView } from '../../figure/views.ts';
import { curves, type Curve } from '../../figure/pane.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { t } from '../messages/messages.ts';
import type { FoundEquilibria } from '../shell/found-equilibria.ts';
import type { Loop } from '../shell/loop.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { byId, element, setText } from '../ui/dom.ts';
import { figureEm, FONTS } from '../ui/fonts.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { PaneFrame } from './pane-frame.ts';
import { flowLegend } from './slim-legend.ts';

/** What stands around the flow's pixels: axes, trajectories, and how far the particles are. */
export interface FlowPane {
  showTrajectories(trajectories: readonly Curve[]): void;
  destroy(): void;
}

interface Dependencies {
  readonly frame: PaneFrame;
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly playback: Playback;
  readonly equilibria: ReadonlySignal<FoundEquilibria>;
}

export function openFlowPane(dependencies: Dependencies): FlowPane {
  const { frame, store, theme, loop, live, playback, equilibria } = dependencies;
  const life = lifetimeOf();
  const what = frame.root.querySelector('.what')!;
  const explanation = frame.root.querySelector<HTMLElement>('.explanation')!;
  const player = byId('player');
  const play = byId('play');
  let trajectories: readonly Curve[] = [];

  const drawTrajectories = () => {
    const { slice } = store.experiment;
    const options = { kind: 'flow', theme: theme.value, fonts: FONTS, em: figureEm() } as const;
    if (frame.box.width === 0) return;
    frame.drawMarks([
      ...equilibria.value.marks(slice, frame.box, options),
      ...curves(slice, frame.box, trajectories, options),
    ]);
  };
  const legend = element('p', { class: 'colouring' });
  life.append(what.parentElement!, legend);
  let passing = false;
  const showLegend = () => {
    const flow = live.viewSet.value?.flow;
    passing = flow?.passing === true;
    const shown = flow && flowLegend(store.experiment, theme.value, passing);
    legend.replaceChildren(...(shown ? [shown] : []));
  };
  const draw = () => {
    const { experiment } = store;
    frame.drawAxes(experiment.slice, theme.value, planeFromTarget(experiment, experiment.slice));
    drawTrajectories();
    showLegend();
  };
  /** Says why no particles move, where none do. */
  const explain = () => {
    const text = live.viewSet.value?.explanation ?? '';
    explanation.textContent = text;
    explanation.hidden = text === '';
    player.hidden = text !== '';
  };
  const showPlaying = () => {
    const playing = playback.playing.value;
    play.setAttribute('aria-label', playing ? t('panes.pause') : t('panes.play'));
    play.title = playing ? t('panes.pauseKey') : t('panes.playKey');
    play.classList.toggle('paused', !playing);
  };
  const showTime = () => {
    const present = live.viewSet.value;
    if (!present) return false;
    const { flow } = present;
    if (flow && flow.passing !== passing) showLegend();
    const target = flow?.seekTarget;
    const way = target === undefined ? '' : ` → ${target.toFixed(1)}`;
    const end = flow && target === undefined ? endNote(flow) : '';
    setText(what, flow ? flowNote(store.experiment, flow.time) + way + end : t('panes.tracesOnly'));
    return false;
  };

  showPlaying();
  life.onEnd(subscribeAll([store, theme, frame.resizes], draw));
  life.onEnd(equilibria.subscribe(drawTrajectories));
  life.onEnd(live.viewSet.subscribe(explain));
  life.onEnd(live.viewSet.subscribe(draw));
  life.onEnd(playback.playing.subscribe(showPlaying));
  life.onEnd(loop.add(showTime));
  return {
    showTrajectories(next) {
      trajectories = next;
      drawTrajectories();
    },
    destroy: life.destroy,
  };
}

/** Why the particles are about to set out again; empty where they are not. */
function endNote({ ended, empty }: FlowView): string {
  if (ended) return t('panes.ended');
  return empty ? t('panes.empty') : '';
}

/** The number of particles and their time, shown after a flow's title. */
export function flowNote(experiment: Experiment, time: number): string {
  const particles = formatNumber(numberOf(experiment, 'particles'));
  return t('panes.states', { count: particles, time: time.toFixed(1) });
}
