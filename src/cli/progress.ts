/** Work that takes less needs no bar. */
const PATIENCE = 700;

/** Time between two drawings of the bar. */
const INTERVAL = 100;

const WIDTH = 30;

/** Whether a bar stands on the terminal's line; a process has one such line. */
let drawn = false;

/** Runs `work` with a bar on stderr, where stderr is a terminal, and takes it away in any case. */
export async function withProgress<T>(
  work: (report: (fraction: number) => void) => Promise<T>,
): Promise<T> {
  try {
    return await work(reporter());
  } finally {
    endBar();
  }
}

/** Takes the bar away, so that a line can be said. */
export function endBar(): void {
  if (drawn) process.stderr.write('\r\u001B[K');
  drawn = false;
}

/** What draws the bar; it takes the fraction that is done of the whole, from 0 to 1. */
function reporter(): (fraction: number) => void {
  const begun = performance.now();
  const shown = process.stderr.isTTY;
  let last = 0;
  return (fraction) => {
    const now = performance.now();
    if (!shown || now - begun < PATIENCE || now - last < INTERVAL) return;
    last = now;
    drawn = true;
    const done = Math.round(WIDTH * fraction);
    const left = fraction > 0.01 ? ((now - begun) / 1000) * (1 / fraction - 1) : NaN;
    const remaining = Number.isNaN(left) ? '' : `, ${formatSeconds(left)} left`;
    process.stderr.write(
      `\r${'━'.repeat(done)}${'┄'.repeat(WIDTH - done)} ${Math.floor(100 * fraction)}%${remaining}\u001B[K`,
    );
  };
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
