import { numberOf, withValues } from '../../experiment/experiment.ts';
import { byId, element } from '../ui/dom.ts';
import type { Store } from '../app/store.ts';
import type { FlowView } from '../../figure/views.ts';
import { t } from '../messages/messages.ts';

/** Positions of the time line. */
const POSITIONS = 1000;

/** Speeds on offer, in steps a frame; any other one can be chosen in the panel. */
const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

const BACK_ICON = 'M10.8 3.2v9.6L4.6 8zM3.2 3.5h1.5v9H3.2z';
const FORWARD_ICON = 'M5.2 3.2v9.6L11.4 8zM11.3 3.5h1.5v9h-1.5z';

interface Dependencies {
  readonly store: Store;
  /** Undefined where no particles move. */
  flow(): FlowView | undefined;
  pause(): void;
  wake(): void;
}

/** The flow's time line and steps, below its pane. */
export interface Player {
  /** The user drags the time line: the flow seeks its position and does not advance. */
  readonly isDragged: boolean;
  /** Once per animation frame. */
  show(): void;
  stepBack(): void;
  stepOn(): void;
}

export function openPlayer({ store, flow, pause, wake }: Dependencies): Player {
  const root = byId('player');
  const line = element('input', {
    type: 'range',
    class: 'time',
    min: '0',
    max: String(POSITIONS),
    'aria-label': t('playback.time'),
  });
  const [back, forward] = [
    button(t('playback.back'), BACK_ICON),
    button(t('playback.on'), FORWARD_ICON),
  ];
  const speed = element('select', {
    class: 'speed',
    title: t('playback.speed'),
    'aria-label': t('playback.speed'),
  });
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', t('playback.player'));
  byId('play').before(back);
  byId('play').after(forward);
  root.append(line, speed);
  let isDragged = false;

  const horizon = () => numberOf(store.experiment, 'time');
  const seek = (time: number) => {
    flow()?.seek(time);
    wake();
  };
  const move = (steps: number) => {
    const view = flow();
    if (!view) return;
    pause();
    if (steps === 1) view.step();
    else view.seek((view.seekTarget ?? view.time) + steps * numberOf(store.experiment, 'step'));
    wake();
  };
  line.addEventListener('input', () => seek((horizon() * Number(line.value)) / POSITIONS));
  line.addEventListener('pointerdown', () => (isDragged = true));
  for (const end of ['pointerup', 'pointercancel', 'change', 'blur']) {
    line.addEventListener(end, () => {
      isDragged = false;
      wake();
    });
  }
  line.addEventListener('keydown', (event) => {
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
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  back.addEventListener('click', () => move(-1));
  forward.addEventListener('click', () => move(1));
  speed.addEventListener('change', () => {
    store.update(withValues(store.experiment, { speed: Number(speed.value) }));
  });

  const showSpeed = () => {
    const now = numberOf(store.experiment, 'speed');
    if (speed.value === String(now)) return;
    const choices = [...new Set([...SPEEDS, now])].toSorted((a, b) => a - b);
    speed.replaceChildren(
      ...choices.map((value) => element('option', { value: String(value) }, `${value}×`)),
    );
    speed.value = String(now);
  };
  showSpeed();
  store.subscribe(showSpeed);

  let shown = '';
  return {
    get isDragged() {
      return isDragged;
    },
    show() {
      const view = flow();
      if (!view) return;
      const target = view.seekTarget;
      const position = Math.round((POSITIONS * view.time) / horizon());
      const [time, whole] = [view.time.toFixed(1), String(horizon())];
      const text =
        target === undefined
          ? t('playback.timeOf', { time, horizon: whole })
          : t('playback.catchingUp', { time, goal: target.toFixed(1) });
      if (`${position} ${text}` === shown) return;
      // Each change makes the browser draw the page.
      shown = `${position} ${text}`;
      line.style.setProperty('--position', String(position / POSITIONS));
      if (!isDragged) {
        line.value = String(
          target === undefined ? position : Math.round((POSITIONS * target) / horizon()),
        );
      }
      line.setAttribute('aria-valuetext', text);
      root.classList.toggle('catching-up', target !== undefined);
    },
    stepBack: () => move(-1),
    stepOn: () => move(1),
  };
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
