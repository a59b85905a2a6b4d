/** The library as others get it: packed, unpacked into an empty folder, and without anything beside it. */
import { execFile } from 'node:child_process';
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { launchBrowser } from '../support/browser.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'ganfield-library-'));
const library = join(folder, 'node_modules', 'ganfield');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tool = (name: string) => join(ROOT, 'node_modules', '.bin', name);
const inFolder = { cwd: folder };

beforeAll(async () => {
  const { stdout } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    { cwd: ROOT, maxBuffer: 1e8 },
  );
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  mkdirSync(library, { recursive: true });
  await run('tar', ['-xzf', filename, '--strip-components=1', '-C', library], inFolder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'readme.js'), README);
});

const README = /```js\n(import [^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))![1]!;

/** WGAN-GP with c = 1 circles from every start of this map. */
const CIRCLES = '1024 of 1024 initial conditions circle for ever\n';

describe('the lines of the README', () => {
  test('run in Node', async () => {
    const { stdout } = await run(process.execPath, ['readme.js'], inFolder);
    expect(stdout).toBe(CIRCLES);
  });

  test('run in Deno, which needs to grant nothing', async () => {
    const { stdout } = await run(tool('deno'), ['run', '--no-prompt', 'readme.js'], inFolder);
    expect(stdout).toBe(CIRCLES);
  });

  test('run in a page without a bundler, and in its worker', async () => {
    const code = README.replace(
      "from 'ganfield'",
      "from '/node_modules/ganfield/dist-library/index.js'",
    );
    writeFileSync(join(folder, 'page.js'), `${code}\nself.postMessage?.(svg);`);
    const server = createServer(({ url = '/' }, response) => {
      const isPage = url === '/';
      response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
      if (isPage) return void response.end('<!doctype html><title>A page</title>');
      const file = createReadStream(join(folder, url));
      file.on('error', () => response.writeHead(404).end()).pipe(response);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const page = await (await launchBrowser()).newPage();
    try {
      const lines: string[] = [];
      page.on('console', (message) => lines.push(`${message.text()}\n`));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      // As text: what runs tests rewrites imports.
      await page.evaluate("import('/page.js')");
      const svg = await page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const worker = new Worker('/page.js', { type: 'module' });
            worker.addEventListener('message', ({ data }) => resolve(data as string));
            worker.addEventListener('error', ({ message }) => reject(new Error(message)));
          }),
      );
      expect(lines).toEqual([CIRCLES, CIRCLES]);
      expect(svg).toMatch(/^<svg [^>]* width="[\d.]+pt"/);
    } finally {
      await page.close();
      server.close();
    }
  });
});

test('its types are those of a strict project', async () => {
  writeFileSync(
    join(folder, 'consumer.ts'),
    `import { cpuEngine, createExperiment, measureStates, type Engine, type State } from 'ganfield';
     import { gpuEngineOn } from 'ganfield/gpu';
     const engine: Engine = cpuEngine;
     const states: readonly State[] = [[0.1, 0.2, 0.2, 0.1]];
     const measured = await measureStates(engine, createExperiment({ model: 'wgan' }), states);
     export const lengths: Float64Array = measured.column('distance');
     export const open: (device: GPUDevice) => Engine = gpuEngineOn;
     // @ts-expect-error a state has four numbers
     await measureStates(engine, createExperiment(), [[1, 2]]);
    `,
  );
  const options = '--noEmit --strict --module nodenext --target es2023 --lib es2023,dom --types';
  const { stdout } = await run(tool('tsc'), [...options.split(' '), '', 'consumer.ts'], inFolder);
  expect(stdout).toBe('');
});

test('nothing happens on import', async () => {
  const code = `
    const before = new Set(Reflect.ownKeys(globalThis));
    await import('ganfield');
    await import('ganfield/gpu');
    console.log(Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).length);
`;
  const { stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '-e', code],
    inFolder,
  );
  expect(stderr).toBe('');
  // It also ends: no timer and no thread has begun.
  expect(stdout.trim()).toBe('0');
});
