/**
 * Offers SwiftShader, the software Vulkan driver that comes with Chromium, to a WebGPU
 * implementation outside a browser (Dawn in Node, wgpu in Deno).
 *
 * The driver is added to those that the system has, so a hardware adapter stays the preferred
 * one. Whoever sets one of Vulkan's own variables decides instead. macOS and Windows have their
 * own graphics interfaces and need nothing of this.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { softwareVulkanFolder } from './chromium.js';

const LOADER = 'libvulkan.so.1';
const CHOICES = ['VK_ICD_FILENAMES', 'VK_DRIVER_FILES', 'VK_ADD_DRIVER_FILES'];

/** glibc's RTLD_NODELETE, which Node does not name: the library outlives a failed load. */
const KEEP = 0x1000;

/**
 * Loads a shared library into this process for good; false where the system has none such. That
 * it is no Node module is expected, and not what is asked.
 * @type {(library: string) => boolean}
 */
function load(library) {
  try {
    process.dlopen({ exports: {} }, library, constants.dlopen.RTLD_NOW | KEEP);
    return true;
  } catch (error) {
    return error instanceof Error && /did not self-register/.test(error.message);
  }
}

/**
 * Whether there is a Vulkan loader and a driver for it to load; a system other than Linux needs
 * neither. Where one is missing, Dawn need not be asked, and prints no warnings of its own.
 */
export function hasVulkanDriver() {
  if (process.platform !== 'linux') return true;
  return load(LOADER) && driverPlaces().some((place) => hasDriverAt(place));
}

/** The files and folders that the loader reads: "Vulkan-Loader/docs/LoaderDriverInterface.md". */
function driverPlaces() {
  const { env } = process;
  const [add, ...chosen] = CHOICES.toReversed().map((name) => env[name]);
  const system = [
    env['XDG_CONFIG_HOME'] ?? join(home(), '.config'),
    env['XDG_CONFIG_DIRS'] ?? '/etc/xdg',
    '/etc',
    env['XDG_DATA_HOME'] ?? join(home(), '.local', 'share'),
    env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share',
  ].flatMap((list) => list.split(delimiter).map((folder) => join(folder, 'vulkan', 'icd.d')));
  const lists = chosen.some(Boolean) ? chosen : [add, ...system];
  return lists.flatMap((list) => (list ? list.split(delimiter) : []));
}

/** The user's folder; a user without an entry in the system's list has none. */
function home() {
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** @type {(place: string) => boolean} */
function hasDriverAt(place) {
  try {
    if (!statSync(place).isDirectory()) return true;
    return readdirSync(place).some((name) => name.endsWith('.json'));
  } catch {
    return false; // Missing, or not for us to read: nor is it for the loader.
  }
}

/** Whether the user has picked Vulkan's drivers. */
const isChosen = () => CHOICES.some((name) => process.env[name]);

/**
 * Adds the software driver in this process. To be called before Dawn's `create`.
 * Where no adapter shows up even so, Vulkan's loader may be older than 1.3.207, which cannot add a
 * driver to the others: then `insist` makes it the only one, for instances created from then on.
 * With `unpack`, a driver that is at hand but packed gets unpacked, which takes seconds, once.
 * @returns whether there is a driver to try that there was not before
 */
export async function offerSoftwareVulkan({ insist = false, unpack = false } = {}) {
  const folder = await softwareVulkanFolder({ unpack: unpack && !isChosen() });
  if (!folder) return false;
  const driver = join(folder, 'vk_swiftshader_icd.json');
  const before = CHOICES.map((name) => process.env[name]);
  if (!isChosen()) process.env['VK_ADD_DRIVER_FILES'] = driver;
  else if (insist && process.env['VK_ADD_DRIVER_FILES'] === driver) {
    process.env['VK_ICD_FILENAMES'] ??= driver;
  }
  // A machine without graphics has no Vulkan loader either; Chromium carries one. Once it is in
  // the process, Dawn's own request for the library finds it.
  if (!load(LOADER)) load(join(folder, LOADER));
  return CHOICES.some((name, i) => process.env[name] !== before[i]);
}

/**
 * The variables that give another process the software driver, and it alone: it computes the same
 * everywhere.
 * @returns {Promise<Record<string, string>>}
 */
export async function softwareVulkanVariables() {
  const folder = await softwareVulkanFolder();
  if (!folder) return {};
  /** @type {Record<string, string>} */
  const variables = {};
  if (!isChosen() || process.env['VK_ADD_DRIVER_FILES']) {
    variables['VK_ICD_FILENAMES'] = join(folder, 'vk_swiftshader_icd.json');
  }
  if (!load(LOADER) && existsSync(join(folder, LOADER))) {
    const paths = [process.env['LD_LIBRARY_PATH'], folder].filter(Boolean);
    variables['LD_LIBRARY_PATH'] = paths.join(delimiter);
  }
  return variables;
}
