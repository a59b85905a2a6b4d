import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';

/** Longer than this feels like waiting, in milliseconds. */
const ANSWER = 200;

test.for([true, false])('input is answered while a map computes, WebGPU: %s', async (webgpu) => {
  const { page, problems, close } = await openPage({
    path: '?model=wgan-gp&time=500&resolution=512&particles=4096',
    webgpu,
  });
  const progress = () =>
    page.evaluate(() => Number(document.querySelector('.progress')!.getAttribute('aria-valuenow')));
  await page.waitForFunction(() => /float/.test(document.getElementById('status')!.innerText));
  await page.waitForTimeout(1500);

  const answers = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('#panel input[type=range]')!;
    const times: number[] = [];
    for (let i = 1; i <= 9; i++) {
      const begun = performance.now();
      slider.value = String(50 * i);
      slider.dispatchEvent(new Event('input'));
      // The frame in which the change is drawn, and the task after it.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return times;
  });
  expect(await progress(), 'still computing').toBeLessThan(100);
  const median = answers.toSorted((a, b) => a - b)[4]!;
  expect(median, `answers in ${answers.map(Math.round).join(', ')} ms`).toBeLessThan(ANSWER);
  expect(problems).toEqual([]);
  await close();
});
