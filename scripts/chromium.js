/**
 * Where the tests' Chromium comes from, and with it SwiftShader, the software Vulkan driver.
 *
 * On Linux x64 both come out of an npm package, so that `npm test` needs nothing else; on other
 * systems an installed browser is taken. `GANFIELD_CHROMIUM=/path/to/chrome` overrides either.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from './paths.js';

const PACKAGE = '@sparticuz/chromium';
const CACHE = join(ROOT, 'node_modules', '.cache', 'ganfield');
const UNPACKED = join(CACHE, 'chromium');
const STAMP = join(UNPACKED, 'version');

const REMEDY = 'install Chrome, Edge or Chromium, or set GANFIELD_CHROMIUM to its path';

/** Whether the packaged browser is installed and runs on this machine. */
const packaged = process.platform === 'linux' && process.arch === 'x64' && isInstalled();

function isInstalled() {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
    return true;
  } catch {
    return false; // In an installed Ganfield it is not: it is for development.
  }
}

/** The version of the packaged browser that is installed. */
function packageVersion() {
  const entry = createRequire(import.meta.url).resolve(PACKAGE);
  const end = entry.lastIndexOf(PACKAGE) + PACKAGE.length;
  return String(
    JSON.parse(readFileSync(join(entry.slice(0, end), 'package.json'), 'utf8')).version,
  );
}

function isUnpacked() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === packageVersion();
}

/** Unpacks the packaged browser once: into a folder beside the final one, which is then renamed. */
async function unpack() {
  if (isUnpacked()) return;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(join(CACHE, 'unpacking-'));
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  try {
    // The package writes to the folder for temporary files, and brings the libraries along only
    // where it believes to be on AWS Lambda.
    process.env['TMPDIR'] = fresh;
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    // The package's own file names fixed folders under /tmp.
    await writeFile(
      join(fresh, 'fonts', 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>
</fontconfig>
`,
    );
    await writeFile(join(fresh, 'version'), packageVersion());
    await rm(UNPACKED, { recursive: true, force: true });
    await rename(fresh, UNPACKED).catch((/** @type {unknown} */ error) => {
      if (!isUnpacked()) throw error; // Otherwise another process was faster.
    });
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_EXECUTION_ENV', AWS_EXECUTION_ENV);
    await rm(fresh, { recursive: true, force: true });
  }
}

/** @type {(name: string, value: string | undefined) => void} */
function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Places where browsers are installed. */
function installedPlaces() {
  const { env } = process;
  if (process.platform === 'darwin') {
    return [
      ['Google Chrome', 'Google Chrome'],
      ['Microsoft Edge', 'Microsoft Edge'],
      ['Chromium', 'Chromium'],
    ].map(([app, binary]) => `/Applications/${app}.app/Contents/MacOS/${binary}`);
  }
  if (process.platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  const names = ['google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The browser's path if one is at hand. Looks only; `provideChromium` unpacks.
 * @returns {Promise<string | undefined>}
 */
async function findChromium() {
  const chosen = process.env['GANFIELD_CHROMIUM'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`missing browser: GANFIELD_CHROMIUM names ${chosen}, which does not exist`);
  }
  if (packaged && isUnpacked()) return join(UNPACKED, 'chromium');
  const installed = installedPlaces().find((place) => existsSync(place));
  if (installed) return installed;
  // Development has Playwright, an installed Ganfield has not.
  const playwright = await import('playwright-core').catch(() => undefined);
  const own = playwright?.chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

/**
 * Makes a Chromium available and returns its path. Fast when there is nothing left to do.
 * @returns {Promise<string>}
 */
export async function provideChromium() {
  if (packaged && !process.env['GANFIELD_CHROMIUM']) await unpack();
  const found = await findChromium();
  if (!found) throw new Error(`missing browser: found no Chromium; ${REMEDY}`);
  return found;
}

/**
 * The environment variables that a browser at `executable` needs: its own software Vulkan driver,
 * and for the packaged one its libraries and fonts.
 * @type {(executable: string) => Record<string, string>}
 */
export function chromiumEnvironment(executable) {
  if (process.platform !== 'linux') return {};
  const folder = dirname(realpathSync(executable));
  const driver = join(folder, 'vk_swiftshader_icd.json');
  /** @type {Record<string, string>} */
  const variables = {};
  // Without this WebGPU dies: "A valid external Instance reference no longer exists".
  if (existsSync(driver)) variables['VK_ICD_FILENAMES'] = driver;
  if (executable === join(UNPACKED, 'chromium')) {
    const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
    variables['LD_LIBRARY_PATH'] = libraries.filter(Boolean).join(delimiter);
    // The packaged fonts alone: the pixels of a text are the same on every system.
    variables['FONTCONFIG_PATH'] = join(folder, 'fonts');
  }
  return variables;
}

/** Where browsers keep themselves when the command on the PATH is a script elsewhere. */
const FOLDERS = [
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/usr/lib64/chromium-browser',
  '/snap/chromium/current/usr/lib/chromium-browser',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];

/**
 * The folder with the software Vulkan driver, if the machine has one. Looks only, but for `unpack`:
 * then the packaged browser is unpacked where there is no other driver.
 * @returns {Promise<string | undefined>}
 */
export async function softwareVulkanFolder({ unpack: mayUnpack = false } = {}) {
  if (process.platform !== 'linux') return undefined;
  const executable = await findChromium();
  const folders = executable ? [dirname(realpathSync(executable)), ...FOLDERS] : FOLDERS;
  const found = folders.find((folder) => existsSync(join(folder, 'vk_swiftshader_icd.json')));
  if (found || !mayUnpack || !packaged) return found;
  await unpack();
  return UNPACKED;
}

/** Software WebGPU whose canvases show up in screenshots; most other sets leave them blank. */
const SOFTWARE_WEBGPU = [
  '--enable-unsafe-webgpu',
  '--use-angle=vulkan',
  '--use-vulkan=swiftshader',
  '--enable-features=Vulkan',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // A software adapter takes minutes over long curves; the processor draws them at once.
  '--disable-gpu-rasterization',
];

/** Runs as root and without a network, and asks for nothing from outside. */
const SECLUDED = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How Playwright starts a Chromium that has WebGPU without a graphics card. */
export async function launchOptions() {
  const executablePath = await provideChromium();
  const environment = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return {
    executablePath,
    args: [
      ...(process.platform === 'linux' ? SOFTWARE_WEBGPU : ['--enable-unsafe-webgpu']),
      ...SECLUDED,
    ],
    ignoreDefaultArgs: ['--disable-gpu'],
    env: {
      .../** @type {Record<string, string>} */ (Object.fromEntries(environment)),
      ...chromiumEnvironment(executablePath),
    },
  };
}
