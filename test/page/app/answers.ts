import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from '../../support/browser.ts';

/** Dispatches that the scheduler lets wait for the adapter, and one frame of each view. */
const MOST_IN_FLIGHT = 8 + 2;

/** Counts in the page what was handed to the adapter and is not done. */
function countInFlight(): void {
  const counts = { inFlight: 0 };
  Object.assign(globalThis, { counts });
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (...values) {
    submit.apply(this, values);
    counts.inFlight += 1;
    void this.onSubmittedWorkDone().then(() => (counts.inFlight -= 1));
  };
}

/** Moves the first slider four times; after each, what the very next frame shows. */
function answersOf(page: Page) {
  return page.evaluate(async () => {
    const { counts } = globalThis as unknown as { counts: { inFlight: number } };
    const slider = document.querySelector<HTMLInputElement>('#panel input[type=range]')!;
    const number = slider
      .closest('.lil-controller')!
      .querySelector<HTMLInputElement>('input:not([type=range])')!;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const answers = [];
    for (let i = 1; i <= 4; i++) {
      const before = number.value;
      slider.value = String(100 * i - 50);
      slider.dispatchEvent(new Event('input'));
      await frame();
      answers.push({
        shown: number.value !== before,
        busy: document.querySelector('#map .square')!.ariaBusy,
        inFlight: counts.inFlight,
      });
      for (let rest = 0; rest < 2; rest++) await frame();
    }
    return answers;
  });
}

/** Fails where a page that computes a map does not show in the next frame what was put in. */
export async function expectAnswers(webgpu: boolean): Promise<void> {
  const { page, problems, close } = await openPage({
    path: '?model=wgan-gp&time=200&resolution=512&particles=4096',
    webgpu,
    prepare: async (opened) => {
      await opened.addInitScript(countInFlight);
    },
  });
  // The coarsest level is there, and the finer ones are under way.
  await page.locator('.legend svg').first().waitFor();
  const answers = await answersOf(page);
  expect(answers).toHaveLength(4);
  for (const { shown, busy, inFlight } of answers) {
    expect(shown, 'the frame after the input shows it').toBe(true);
    expect(busy, 'the map is still computed').toBe('true');
    // How long one takes is the scheduler's own test; so many are ahead of a frame at most.
    expect(inFlight).toBeLessThanOrEqual(MOST_IN_FLIGHT);
  }
  if (webgpu) expect(Math.max(...answers.map(({ inFlight }) => inFlight))).toBeGreaterThan(0);
  expect(problems).toEqual([]);
  await close();
}
