/** When a page's maps are whole. */

/** @typedef {import('playwright-core').Page} Page */

/** A page that does not get on for so long has come to a stand, in milliseconds. */
const STANDSTILL = 60_000;

/**
 * In the page: which maps are unfinished, and how far they are; false while that is as before.
 * @param {string | undefined} before
 */
function unsettled(before) {
  const panes = [...document.querySelectorAll('.pane:not([hidden])')];
  const map = document.querySelector('#map .square')?.getAttribute('aria-busy');
  const busy = panes.filter((pane) => pane.querySelector(':scope > .square[aria-busy=true]'));
  const words = busy.map((pane) => {
    const done = pane.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
    return `${pane.id || pane.className} at ${done}%`;
  });
  if (map !== 'true' && map !== 'false') words.push('no map yet');
  const now = words.join(', ');
  return now !== before && { now };
}

/**
 * Waits until every map is whole and faded in, for as long as they get on.
 * @param {Page} page
 */
export async function settled(page) {
  // A change is taken up by the next frame.
  await page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await getsOn(page, unsettled);
}

/**
 * Waits until nothing is under way in the page, for as long as it gets on.
 * @param {Page} page
 * @param {(before: string | undefined) => false | { now: string }} look in the page: what is under
 *   way, in words, and how far it is; empty at the end, false while that is as before
 */
export async function getsOn(page, look) {
  /** @type {string | undefined} */
  let now;
  do {
    const before = now;
    const change = await page
      .waitForFunction(look, before, { timeout: STANDSTILL })
      .catch((error) => {
        if (!/Timeout/.test(String(error))) throw error;
        throw new Error(`stood still for ${STANDSTILL / 1000} s: ${before}`, { cause: error });
      });
    now = /** @type {{ now: string }} */ (await change.jsonValue()).now;
  } while (now !== '');
}
