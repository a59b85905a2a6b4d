/** Shows a fraction of work that is done, in whole per cents: each change makes the browser draw the page. */
export function progressBar(bar: HTMLElement): (fraction: number) => void {
  let shown = -1;
  return (fraction) => {
    const percent = fraction >= 1 ? 100 : Math.min(99, Math.floor(100 * fraction));
    if (percent === shown) return;
    shown = percent;
    bar.classList.toggle('done', percent === 100);
    bar.style.setProperty('--fraction', String(percent / 100));
    bar.setAttribute('aria-valuenow', String(percent));
  };
}
