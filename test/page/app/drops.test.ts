import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from 'fast-png';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { toFile } from '../../../src/experiment/format/json.ts';
import { PNG_KEYWORD } from '../../../src/experiment/format/png.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { drop, queryWith } from '../helpers.ts';

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({ webgpu: false, path: '?model=ns-gan&time=4' });
});
afterAll(() => opened.close());

const experiment = withValues(defaultExperiment('wgan-gp'), { lambda: 0.37, time: 5 });
const text = JSON.stringify(toFile(experiment));

test('a saved picture brings its experiment back', async () => {
  const png = encode({
    width: 1,
    height: 1,
    data: new Uint8Array(3),
    channels: 3,
    depth: 8,
    text: { [PNG_KEYWORD]: text },
  });
  await drop(opened.page, 'basins.png', png);
  expect(fromQuery(await queryWith(opened.page, 'lambda=0.37')).experiment).toEqual(experiment);
});

test('so does a JSON file, also one with results', async () => {
  const other = { ...toFile(experiment), lambda: 0.61 };
  await drop(
    opened.page,
    'trace.json',
    new TextEncoder().encode(JSON.stringify({ experiment: other })),
  );
  const { experiment: restored } = fromQuery(await queryWith(opened.page, 'lambda=0.61'));
  expect(restored.values['time']).toBe(5);
});

test('anything else is refused in a line, and nothing changes', async () => {
  const before = await opened.page.evaluate(() => location.search);
  for (const [name, content, reason] of [
    ['notes.txt', 'hello', 'neither JSON, PNG nor SVG'],
    ['newer.json', '{"ganfield": 99}', 'version 99'],
    ['empty.json', '', 'is empty'],
  ] as const) {
    await drop(opened.page, name, new TextEncoder().encode(content));
    await opened.page.waitForFunction(
      (expected) => document.querySelector('#notices')!.textContent.includes(expected),
      reason,
    );
  }
  expect(await opened.page.evaluate(() => location.search)).toBe(before);
  expect(opened.problems).toEqual([]);
});
