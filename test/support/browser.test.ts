import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { decodePicture } from './picture.ts';

/** Clears a canvas to orange where there is WebGPU; a page of the test's own. */
const HTML = `<!doctype html>
<link rel="icon" href="data:,">
<body style="margin: 0; background: white">
<canvas width="64" height="64" style="width: 32px"></canvas>
<script type="module">
const adapter = await navigator.gpu?.requestAdapter();
if (adapter) {
  const device = await adapter.requestDevice();
  const canvas = document.querySelector('canvas').getContext('webgpu');
  canvas.configure({ device, format: navigator.gpu.getPreferredCanvasFormat() });
  const encoder = device.createCommandEncoder();
  const view = canvas.getCurrentTexture().createView();
  const clearValue = [1, 0.5, 0, 1];
  encoder
    .beginRenderPass({
      colorAttachments: [{ view, loadOp: 'clear', storeOp: 'store', clearValue }],
    })
    .end();
  device.queue.submit([encoder.finish()]);
  await device.queue.onSubmittedWorkDone();
}
document.title = adapter ? 'drawn' : 'no WebGPU';
</script>`;

const path = 'clear-color.html';

async function prepare(page: Page): Promise<void> {
  await page.route(`**/${path}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: HTML }),
  );
}

test('a WebGPU canvas is in the screenshot', async () => {
  const { page, problems, close } = await openPage({
    width: 100,
    height: 50,
    deviceScaleFactor: 2,
    path,
    prepare,
  });
  await page.waitForFunction("document.title === 'drawn'");
  const { width, height, rgba } = decodePicture(await page.screenshot());
  expect([width, height]).toEqual([200, 100]);
  const at = (x: number, y: number) => [...rgba.subarray((y * width + x) * 4).subarray(0, 4)];
  expect(at(32, 32)).toEqual([255, 128, 0, 255]);
  expect(at(150, 50)).toEqual([255, 255, 255, 255]);
  expect(problems).toEqual([]);
  await close();
});

test('a browser can lack WebGPU, and problems are recorded', async () => {
  const { page, problems, close } = await openPage({ path, prepare, webgpu: false });
  await page.waitForFunction("document.title === 'no WebGPU'");
  await page.evaluate("console.error('gone wrong'); fetch('no-such-folder/x.json')");
  await expect.poll(() => problems.length).toBeGreaterThan(1);
  expect(problems.join('\n')).toMatch(/console: gone wrong/);
  expect(problems.join('\n')).toMatch(/response: .*x\.json 404/);
  await close();
});
