/** Shows a share of work that is done, in whole per cents: each change makes the browser draw the page. */
export function progressBar(bar: HTMLElement): (share: number) => void {
  let shown = -1;
  return (share) => {
    const percent = share >= 1 ? 100 : Math.min(99, Math.floor(100 * share));
    if (percent === shown) return;
    shown = percent;
    bar.classList.toggle('done', percent === 100);
    bar.style.setProperty('--share', String(percent / 100));
    bar.setAttribute('aria-valuenow', String(percent));
  };
}
