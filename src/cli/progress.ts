/** Work that takes less needs no bar. */
const PATIENCE = 700;

/** Time between two drawings of the bar. */
const INTERVAL = 100;

const WIDTH = 30;

/** A bar on stderr for long work, where stderr is a terminal. */
export class Progress {
  private readonly begun = performance.now();
  private readonly shown = process.stderr.isTTY;
  private last = 0;

  /** @param share what is done of the whole, from 0 to 1 */
  readonly report = (share: number): void => {
    const now = performance.now();
    if (!this.shown || now - this.begun < PATIENCE || now - this.last < INTERVAL) return;
    this.last = now;
    const done = Math.round(WIDTH * share);
    const left = share > 0.01 ? ((now - this.begun) / 1000) * (1 / share - 1) : NaN;
    const remaining = Number.isNaN(left) ? '' : `, ${formatSeconds(left)} left`;
    process.stderr.write(
      `\r${'━'.repeat(done)}${'┄'.repeat(WIDTH - done)} ${Math.floor(100 * share)}%${remaining}\u001B[K`,
    );
  };

  /** Takes the bar away. */
  end(): void {
    if (this.last > 0) process.stderr.write('\r\u001B[K');
    this.last = 0;
  }
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
