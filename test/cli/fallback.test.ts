import { symlinkSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { ganfield, temporaryFolder } from '../support/command.ts';
import { moduleOf, withLoader } from '../support/loader.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const TRACE = ['trace', '--samples', '2', '--engine'];

/** On Linux nothing but Vulkan is looked for, so this leaves no adapter. */
const NO_DRIVERS = { VK_ICD_FILENAMES: '/nowhere.json', VK_DRIVER_FILES: '/nowhere.json' };

/** The environment in which the package `webgpu` is this module; limits of 20 s are over at once. */
function withWebGpu(name: string, source: string): Readonly<Record<string, string>> {
  const resolve = `export const resolve = (specifier, context, next) =>
    specifier === 'webgpu'
      ? { shortCircuit: true, url: ${JSON.stringify(moduleOf(source))} }
      : next(specifier, context);`;
  const soon = `const later = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => later(work, ms === 20000 ? 1 : ms, ...rest);`;
  return withLoader(folder.path(`${name}.mjs`), resolve, soon);
}

const gpu = (adapter: string) =>
  `export const globals = {}; export const create = () => ({ requestAdapter: ${adapter} });`;

/** What goes wrong, in which environment, and what is said of it. */
const FAILURES: readonly (readonly [string, () => Readonly<Record<string, string>>, RegExp])[] = [
  [
    'a browser’s path that is wrong',
    () => ({ ...NO_DRIVERS, GANFIELD_CHROMIUM: '/nowhere/chrome' }),
    /missing WebGPU adapter: .*GANFIELD_CHROMIUM names \/nowhere\/chrome/,
  ],
  [
    'a package that is not installed',
    () =>
      withWebGpu(
        'missing',
        `throw Object.assign(new Error("Cannot find package 'webgpu' imported from x"), { code: 'ERR_MODULE_NOT_FOUND' });`,
      ),
    /missing WebGPU: the optional package webgpu is not installed; npm install webgpu/,
  ],
  [
    'native code that does not load',
    () => withWebGpu('broken', `throw new Error('invalid ELF header\\n    at x')`),
    /missing WebGPU: Dawn does not load here \(invalid ELF header at x\)/,
  ],
  [
    'native code that throws',
    () =>
      withWebGpu('throws', `export const globals = {}; export const create = () => { throw 7 };`),
    /unusable WebGPU: 7/,
  ],
  [
    'an adapter that rejects',
    () => withWebGpu('rejects', gpu(`() => Promise.reject(new Error('device removed'))`)),
    /unusable WebGPU: device removed/,
  ],
  [
    'an adapter that does not answer',
    () => withWebGpu('silent', gpu(`() => new Promise(() => {})`)),
    /unusable WebGPU: the driver has not answered for 20 s/,
  ],
  [
    'a device that does not answer',
    () =>
      withWebGpu(
        'silent-device',
        gpu(
          `async () => ({ limits: {}, info: {}, features: new Set(), requestDevice: () => new Promise(() => {}) })`,
        ),
      ),
    /unusable WebGPU: the driver has not answered for 20 s/,
  ],
];

describe.each(FAILURES)('%s', (_, environment, says) => {
  test('auto computes on the cpu and says why', async () => {
    const { code, stdout, stderr } = await ganfield([...TRACE, 'auto'], {
      environment: environment(),
    });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(says);
    expect(lines[0]).toMatch(/; the cpu engine computes instead$/);
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'cpu' });
    expect(code).toBe(0);
  });

  test('gpu fails in one line', async () => {
    const { code, stdout, stderr } = await ganfield([...TRACE, 'gpu'], {
      environment: environment(),
    });
    expect(stderr).toMatch(/^ganfield: [^\n]+; --engine cpu needs no adapter\n$/);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

test('a driver that stops answering in the middle of the work is a failure in one line', async () => {
  const device = `const silence = () => new Promise(() => {});
    const anything = new Proxy(function () {}, {
      get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : key === 'then' ? undefined : anything),
      apply: () => anything,
    });
    const device = new Proxy({}, {
      get: (_, key) => key === 'then' ? undefined : /Async$|^(?:lost|popErrorScope)$/.test(key) ? silence : anything,
      set: () => true,
    });`;
  const adapter = `async () => ({ limits: {}, info: { description: 'one' }, features: new Set(), requestDevice: async () => device })`;
  const globals = `export const globals = { GPUBufferUsage: anything, GPUShaderStage: anything, GPUMapMode: anything };`;
  const { code, stdout, stderr } = await ganfield([...TRACE, 'auto'], {
    environment: withWebGpu(
      'stops',
      `${device} ${globals} export const create = () => ({ requestAdapter: ${adapter} });`,
    ),
  });
  expect(stderr).toBe(
    'ganfield: gpu engine: one\nganfield: the graphics driver has stopped answering; --engine cpu needs no adapter\n',
  );
  expect(stdout).toBe('');
  expect(code).toBe(1);
});

test.skipIf(process.platform === 'win32')(
  'folders that cannot be read are no failure',
  async () => {
    const circle = folder.path('circle');
    symlinkSync('circle', circle);
    const environment = { HOME: circle, XDG_CONFIG_HOME: circle, XDG_DATA_HOME: circle };
    const { code, stderr } = await ganfield([...TRACE, 'auto'], { environment });
    expect(stderr).toMatch(/^ganfield: [^\n]+\n/);
    expect(code).toBe(0);
  },
);
