import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from 'fast-png';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { toFile } from '../../../src/experiment/format/json.ts';
import { PNG_KEYWORD } from '../../../src/experiment/format/png.ts';
import { fromQuery } from '../../../src/experiment/format/url.ts';
import { openPage, type OpenPage } from '../../support/browser.ts';
import { drop, frames, queryWith, settled } from '../helpers.ts';

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

/** The page's file notice as soon as it says `text`. */
const noticed = (words: string) =>
  opened.page.locator('#notices .notice', { hasText: words }).waitFor();

test('files that would fill the memory are refused in a line', async () => {
  for (const [name, begin, repeated, count] of [
    ['brackets.json', '', '[', 50e6],
    ['lists.json', '', '[', 3e6],
    ['version.json', '{"ganfield":', '9', 1e6],
  ] as const) {
    await opened.page.evaluate(
      ([file, begun, character, times]) => {
        const transfer = new DataTransfer();
        const end = begun === '' ? '' : '}';
        transfer.items.add(new File([begun, character.repeat(times), end], file));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true }),
        );
      },
      [name, begin, repeated, count] as const,
    );
    await noticed(`${name} could not be opened`);
  }
  expect((await opened.page.locator('#notices').innerText()).length).toBeLessThan(600);
});

test('of several files one is opened, and said which; the latest drop counts', async () => {
  const { page } = opened;
  const before = await page.evaluate(() => location.search);
  const textOf = (lambda: number) => JSON.stringify({ ...toFile(experiment), lambda });
  await page.evaluate(
    ([slow, first, second]) => {
      const dropFiles = (...files: File[]) => {
        const transfer = new DataTransfer();
        for (const file of files) transfer.items.add(file);
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true }),
        );
      };
      // The first drop is read last.
      const read = Blob.prototype.arrayBuffer;
      const waiting = new Promise<void>((resolve) =>
        Object.assign(globalThis, { readOn: resolve }),
      );
      Blob.prototype.arrayBuffer = async function () {
        await waiting;
        return read.call(this);
      };
      dropFiles(new File([slow!], 'slow.json'));
      Blob.prototype.arrayBuffer = read;
      dropFiles(new File([first!], 'first.json'), new File([second!], 'second.json'));
    },
    [textOf(0.11), textOf(0.22), textOf(0.33)],
  );
  await noticed('first.json; another file dropped with it was not opened');
  expect(await queryWith(page, 'lambda=0.22')).not.toBe(before);
  await page.evaluate(() => (globalThis as unknown as { readOn(): void }).readOn());
  await page.evaluate(frames, 5);
  expect(await page.evaluate(() => location.search)).toContain('lambda=0.22');
  await noticed('first.json');
});

test('while a file hangs over the page, the page says what it is for', async () => {
  const { page } = opened;
  const target = page.getByText('Drop the file to open its experiment');
  const drag = (type: string, kind: 'file' | 'text') =>
    page.evaluate(
      ({ event, what }) => {
        const transfer = new DataTransfer();
        if (what === 'file') transfer.items.add(new File(['{}'], 'a.json'));
        else transfer.setData('text/plain', 'some words');
        document.body.dispatchEvent(
          new DragEvent(event, { dataTransfer: transfer, bubbles: true }),
        );
      },
      { event: type, what: kind },
    );
  await drag('dragover', 'text');
  expect(await target.isVisible()).toBe(false);
  await drag('dragover', 'file');
  expect(await target.isVisible()).toBe(true);
  await drag('dragleave', 'file');
  expect(await target.isVisible()).toBe(false);
  expect(opened.problems).toEqual([]);
});

test('where the code that reads files does not load, the next drop tries again', async () => {
  const { page, context, close } = await openPage({ webgpu: false, path: '?model=ns-gan&time=4' });
  // Its own parts are there.
  await settled(page);
  await context.setOffline(true);
  await drop(page, 'basins.json', new TextEncoder().encode(text));
  await page.locator('#notices .notice', { hasText: 'did not load' }).waitFor();
  await context.setOffline(false);
  await drop(page, 'basins.json', new TextEncoder().encode(text));
  expect(fromQuery(await queryWith(page, 'lambda=0.37')).experiment).toEqual(experiment);
  await close();
});

test('code that has arrived is not asked for again: a network that ends there takes nothing', async () => {
  const { page, context, close } = await openPage({ webgpu: false, path: '?model=ns-gan&time=4' });
  await page.exposeFunction('endNetwork', () => context.setOffline(true));
  // The network ends when all that was asked for has been answered, before anything is imported.
  await page.evaluate(() => {
    const ended = (globalThis as unknown as { endNetwork(): Promise<void> }).endNetwork;
    const real = globalThis.fetch;
    let waiting = 0;
    let resolve = () => {};
    const offline = new Promise<void>((done) => {
      resolve = done;
    });
    globalThis.fetch = async (...request) => {
      waiting += 1;
      const response = await real(...request);
      const body = await response.arrayBuffer();
      waiting -= 1;
      if (waiting === 0) void ended().then(resolve);
      await offline;
      return new Response(body, response);
    };
  });
  await drop(page, 'basins.json', new TextEncoder().encode(text));
  expect(fromQuery(await queryWith(page, 'lambda=0.37')).experiment).toEqual(experiment);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  await close();
});
