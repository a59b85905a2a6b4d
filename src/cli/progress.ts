/** Work that takes less needs no bar. */
const PATIENCE = 700;

/** Time between two drawings of the bar. */
const INTERVAL = 100;

const WIDTH = 30;

/** Where the bar is drawn: the part of a terminal's stream that it needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The terminal on whose line a bar stands; a process has one such line. */
let drawnOn: Terminal | undefined;

/**
 * Runs `work` with a bar on a terminal, and removes it in any case. What is no terminal gets no bar.
 * @param clock time in milliseconds
 */
export async function withProgress<T>(
  work: (report: (fraction: number) => void) => Promise<T>,
  terminal: Terminal = process.stderr,
  clock: () => number = () => performance.now(),
): Promise<T> {
  try {
    return await work(reporter(terminal, clock));
  } finally {
    endBar();
  }
}

/** Removes the bar, so that a line can be written in its place. */
export function endBar(): void {
  drawnOn?.write('\r\u001B[K');
  drawnOn = undefined;
}

/** What draws the bar; it takes the fraction that is done of the whole, from 0 to 1. */
function reporter(terminal: Terminal, clock: () => number): (fraction: number) => void {
  const begun = clock();
  let last = 0;
  return (fraction) => {
    const now = clock();
    if (!terminal.isTTY || now - begun < PATIENCE || now - last < INTERVAL) return;
    last = now;
    drawnOn = terminal;
    const done = Math.round(WIDTH * fraction);
    const left = fraction > 0.01 ? ((now - begun) / 1000) * (1 / fraction - 1) : NaN;
    const remaining = Number.isNaN(left) ? '' : `, ${formatSeconds(left)} left`;
    terminal.write(
      `\r${'━'.repeat(done)}${'┄'.repeat(WIDTH - done)} ${Math.floor(100 * fraction)}%${remaining}\u001B[K`,
    );
  };
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
