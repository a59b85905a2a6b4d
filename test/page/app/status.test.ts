import { expect, test } from 'vitest';
import { defaultExperiment } from '../../../src/experiment/experiment.ts';
import type { ViewSet } from '../../../src/page/views/view-set.ts';
import { GPU_MESSAGES } from '../../../src/gpu/context.ts';
import type { Message } from '../../../src/models/message.ts';
import { numbersOf } from '../../../src/page/app/status-numbers.ts';

test('the status says where sums are not compensated, and nothing where they are', () => {
  const stage = {
    engine: { kind: 'gpu', adapter: 'card' },
    map: { progress: 1, stepsPerSecond: 0 },
  } as unknown as ViewSet;
  const adapter = (statusNote?: Message) =>
    numbersOf(defaultExperiment(), stage, undefined, 0, statusNote).adapter;
  expect(adapter(GPU_MESSAGES.notCompensated)).toBe('card, float32, sums not compensated');
  expect(adapter()).toBe('card, float32');
});
