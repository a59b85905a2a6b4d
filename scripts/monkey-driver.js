/** Chance, and where on the page it falls. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {() => number} Random uniform in [0, 1) */
/** @typedef {{ page: Page, random: Random }} Driver */

/** Uniform numbers in [0, 1) (mulberry32, Tommy Ettinger 2017, public domain). @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
export function pick(random, list) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/** One of the elements that are to be seen, or nothing. @param {Driver} driver @param {string} selector */
export async function seen({ page, random }, selector) {
  const all = await page.locator(selector).filter({ visible: true }).all();
  return all.length === 0 ? undefined : pick(random, all);
}

/** A place of an element within the window. @param {Driver} driver @param {string} selector */
export async function placeIn(driver, selector) {
  const found = await seen(driver, selector);
  const box = await found?.boundingBox();
  const size = driver.page.viewportSize();
  if (!box || !size) return undefined;
  const x = box.x + driver.random() * box.width;
  const y = box.y + driver.random() * box.height;
  return x < size.width && y > 0 && y < size.height ? { x, y } : undefined;
}
