import {
  channelOf,
  derived,
  signalOf,
  type ReadonlySignal,
  type Signal,
  type Source,
} from '../state/signal.ts';

/** Whether the particles move. */
export interface Playback {
  /** The user's choice. */
  readonly playing: Signal<boolean>;
  /** They are to move, and nobody holds them. */
  readonly moving: ReadonlySignal<boolean>;
  toggle(): void;
  /** Stops the particles until the returned function is called; the user's choice stays. */
  hold(): () => void;
  /** Lets the particles set out from their starts. */
  restart(): void;
  readonly restarts: Source<void>;
  destroy(): void;
}

/** Plays from the beginning, but for users who want to see nothing move. */
export function openPlayback(): Playback {
  const playing = signalOf(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  const holds = signalOf(0);
  const restarts = channelOf();
  const moving = derived(() => playing.value && holds.value === 0, [playing, holds]);
  return {
    playing,
    moving,
    toggle: () => playing.set(!playing.value),
    hold() {
      let held = true;
      holds.set(holds.value + 1);
      return () => {
        if (held) holds.set(holds.value - 1);
        held = false;
      };
    },
    restart: restarts.emit,
    restarts,
    destroy: moving.destroy,
  };
}
