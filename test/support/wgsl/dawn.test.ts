import { expect, test } from 'vitest';
import { getDevice } from './dawn.ts';

test('the shared device computes, and its waits end', async () => {
  const device = await getDevice();
  expect(await getDevice()).toBe(device);
  const buffer = device.createBuffer({
    size: 16,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  try {
    device.queue.writeBuffer(buffer, 0, new Float32Array([1, 2, 3, 4]));
    await device.queue.onSubmittedWorkDone();
    await buffer.mapAsync(GPUMapMode.READ);
    expect([...new Float32Array(buffer.getMappedRange())]).toEqual([1, 2, 3, 4]);
  } finally {
    buffer.destroy();
  }
});
