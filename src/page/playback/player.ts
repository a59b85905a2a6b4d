import { numberOf, withValues } from '../../experiment/experiment.ts';
import { byId, element } from '../ui/dom.ts';
import type { Store } from '../state/store.ts';
import type { Loop } from '../shell/loop.ts';
import type { Playback } from '../shell/playback.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { LiveViews } from '../views/live-views.ts';
import { t } from '../messages/messages.ts';

/** Positions of the time line. */
const POSITIONS = 1000;

/** Speeds on offer, in steps a frame; any other one can be chosen in the panel. */
const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

const BACK_ICON = 'M10.8 3.2v9.6L4.6 8zM3.2 3.5h1.5v9H3.2z';
const ON = 'M5.2 3.2v9.6L11.4 8zM11.3 3.5h1.5v9h-1.5z';

/** The flow's time line and steps, below its pane. */
export interface Player {
  stepBack(): void;
  stepOn(): void;
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly loop: Loop;
  readonly live: Pick<LiveViews, 'viewSet'>;
  readonly playback: Playback;
}

export function openPlayer({ store, loop, live, playback }: Dependencies): Player {
  const life = lifetimeOf();
  const root = byId('player');
  const [back, on] = [button(t('playback.back'), BACK_ICON), button(t('playback.on'), ON)];
  const horizon = () => numberOf(store.experiment, 'time');
  const seek = (time: number) => {
    live.viewSet.value?.flow?.seek(time);
    loop.wake();
  };
  const move = (steps: number) => {
    const view = live.viewSet.value?.flow;
    if (!view) return;
    playback.playing.set(false);
    if (steps === 1) view.step();
    else view.seek((view.seekTarget ?? view.time) + steps * numberOf(store.experiment, 'step'));
    loop.wake();
  };
  const line = life.own(timeLine(playback, { seek, move, horizon }));
  const speed = life.own(speedChoice(store));

  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', t('playback.player'));
  byId('play').before(back);
  byId('play').after(on);
  life.append(root, line.node, speed.node);
  life.onEnd(() => back.remove());
  life.onEnd(() => on.remove());
  back.addEventListener('click', () => move(-1));
  on.addEventListener('click', () => move(1));

  let shown = '';
  const show = () => {
    const view = live.viewSet.value?.flow;
    if (!view) return false;
    const target = view.seekTarget;
    const position = Math.round((POSITIONS * view.time) / horizon());
    const [time, whole] = [view.time.toFixed(1), String(horizon())];
    const text =
      target === undefined
        ? t('playback.timeOf', { time, horizon: whole })
        : t('playback.catchingUp', { time, goal: target.toFixed(1) });
    // Each change makes the browser draw the page.
    if (`${position} ${text}` === shown) return false;
    shown = `${position} ${text}`;
    line.show(
      position,
      target === undefined ? position : Math.round((POSITIONS * target) / horizon()),
      text,
    );
    root.classList.toggle('catching-up', target !== undefined);
    return false;
  };
  life.onEnd(loop.add(show));

  return { stepBack: () => move(-1), stepOn: () => move(1), destroy: life.destroy };
}

interface TimeLine {
  readonly node: HTMLElement;
  /** @param knob where the slider stands, unless a hand is on it */
  show(position: number, knob: number, text: string): void;
  destroy(): void;
}

interface TimeLineTarget {
  seek(time: number): void;
  move(steps: number): void;
  horizon(): number;
}

/** A slider over the horizon; while a hand is on it the flow goes where that is, and no further. */
function timeLine(playback: Playback, { seek, move, horizon }: TimeLineTarget): TimeLine {
  const node = element('input', {
    type: 'range',
    class: 'time',
    min: '0',
    max: String(POSITIONS),
    'aria-label': t('playback.time'),
  });
  let release: (() => void) | undefined;
  const letGo = () => {
    release?.();
    release = undefined;
  };
  node.addEventListener('input', () => seek((horizon() * Number(node.value)) / POSITIONS));
  node.addEventListener('pointerdown', () => (release ??= playback.hold()));
  for (const end of ['pointerup', 'pointercancel', 'change', 'blur']) {
    node.addEventListener(end, letGo);
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => move(1),
    ArrowUp: () => move(1),
    ArrowLeft: () => move(-1),
    ArrowDown: () => move(-1),
    PageUp: () => move(10),
    PageDown: () => move(-10),
    Home: () => seek(0),
    End: () => seek(horizon()),
  };
  node.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  return {
    node,
    show(position, knob, text) {
      node.style.setProperty('--position', String(position / POSITIONS));
      if (!release) node.value = String(knob);
      node.setAttribute('aria-valuetext', text);
    },
    destroy: letGo,
  };
}

function speedChoice(store: Store): { readonly node: HTMLElement; destroy(): void } {
  const node = element('select', {
    class: 'speed',
    title: t('playback.speed'),
    'aria-label': t('playback.speed'),
  });
  node.addEventListener('change', () => {
    store.update(withValues(store.experiment, { speed: Number(node.value) }));
  });
  const show = () => {
    const now = numberOf(store.experiment, 'speed');
    if (node.value === String(now)) return;
    const choices = [...new Set([...SPEEDS, now])].toSorted((a, b) => a - b);
    node.replaceChildren(
      ...choices.map((value) => element('option', { value: String(value) }, `${value}×`)),
    );
    node.value = String(now);
  };
  show();
  return { node, destroy: store.subscribe(show) };
}

function button(label: string, shape: string): HTMLButtonElement {
  const node = element('button', {
    type: 'button',
    class: 'quiet icon step',
    'aria-label': label,
    title: label,
  });
  node.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${shape}"/></svg>`;
  return node;
}
