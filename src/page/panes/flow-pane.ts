import { numberOf } from '../../experiment/experiment.ts';
import { formatNumber } from '../../figure/text/number.ts';
import { curves, type Curve } from '../../figure/pane.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { byId, setText } from '../ui/dom.ts';
import { figureEm, FONTS } from '../share/fonts.ts';
import type { PaneFrame } from './pane-frame.ts';
import type { Store } from '../app/store.ts';
import { t } from '../messages/messages.ts';

export interface FlowPane {
  /** Draws everything around the pixels again. */
  draw(theme: Theme): void;
  showTrajectories(trajectories: readonly Curve[]): void;
  /** The time of the particles, and the time that they seek; undefined where there are none. */
  showTime(time: number | undefined, seekTarget?: number): void;
  /** Says why no particles move; an empty text where they do. */
  explain(text: string): void;
  showPlaying(playing: boolean): void;
}

export function flowPane(frame: PaneFrame, store: Store): FlowPane {
  const what = frame.root.querySelector('.what')!;
  const explanation = frame.root.querySelector<HTMLElement>('.explanation')!;
  const player = byId('player');
  const play = byId('play');
  let trajectories: readonly Curve[] = [];
  let theme: Theme = 'dark';

  const drawTrajectories = () => {
    const { slice } = store.experiment;
    const options = { kind: 'flow', theme, fonts: FONTS, em: figureEm() } as const;
    frame.drawMarks(frame.box.width === 0 ? [] : curves(slice, frame.box, trajectories, options));
  };

  return {
    draw(next) {
      theme = next;
      frame.drawAxes(store.experiment.slice, theme);
      drawTrajectories();
    },
    showTrajectories(next) {
      trajectories = next;
      drawTrajectories();
    },
    showTime(time, seekTarget) {
      const suffix = seekTarget === undefined ? '' : ` → ${seekTarget.toFixed(1)}`;
      setText(what, time === undefined ? t('panes.tracesOnly') : flowNote(store, time) + suffix);
    },
    explain(text) {
      explanation.textContent = text;
      explanation.hidden = text === '';
      player.hidden = text !== '';
    },
    showPlaying(playing) {
      play.setAttribute('aria-label', playing ? t('panes.pause') : t('panes.play'));
      play.title = playing ? t('panes.pauseKey') : t('panes.playKey');
      play.classList.toggle('paused', !playing);
    },
  };
}

/** The number of particles and their time, shown after a flow's title. */
export function flowNote({ experiment }: Pick<Store, 'experiment'>, time: number): string {
  const particles = formatNumber(numberOf(experiment, 'particles'));
  return t('panes.states', { count: particles, time: time.toFixed(1) });
}
