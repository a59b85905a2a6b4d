/**
 * The build's part in licences: emits the notices of all that Ganfield brings along, what is bundled
 * into the page as well as what the command line loads.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.js';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Of what only a build needs, what it puts parts of into the page. */
const BUNDLED = ['@fontsource-variable/noto-sans-sc'];

/** Texts that go along with a licence. */
const TEXTS = /^(licen[cs]e|notice|copying)/i;

/** Fonts for browsers that are older than anything the page runs in, behind the one that is asked for. */
const OLDER_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g;

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license as an SPDX expression
 * @property {string} source where its source is
 * @property {readonly string[]} texts of its licence and notices; a package may bring none
 */

/** @returns {import('vite').Plugin} */
export function notices() {
  return {
    name: 'ganfield:notices',
    apply: 'build',
    // After what lists the files that the page needs without a network: nobody needs this one then.
    enforce: 'post',
    generateBundle() {
      const packages = shippedPackages();
      const known = new Set(packages.map(({ name }) => name));
      for (const id of this.getModuleIds()) {
        const name = packageOf(id);
        if (name !== undefined && !known.has(name)) {
          throw new Error(`missing notice: ${name} is bundled and is no dependency of Ganfield`);
        }
      }
      this.emitFile({ type: 'asset', fileName: NOTICES, source: noticesOf(packages) });
    },
  };
}

/**
 * Drops the older formats of KaTeX's fonts before the bundler sees them.
 * @returns {import('vite').Plugin}
 */
export function currentFontsOnly() {
  return {
    name: 'ganfield:fonts',
    enforce: 'pre',
    transform: (code, id) =>
      /\/katex[^/]*\.css$/.test(id) ? { code: code.replaceAll(OLDER_FONTS, ''), map: null } : null,
  };
}

/**
 * The package that a module belongs to.
 * @param {string} id of the module
 */
function packageOf(id) {
  const [, path] = id.replaceAll('\\', '/').match(/.*\/node_modules\/(.*)$/) ?? [];
  // What the build made itself stands in `.cache`.
  return path?.match(/^(@[^/]+\/)?[^/.][^/]*/)?.[0];
}

/**
 * All that is installed with Ganfield or bundled into its page, in the order of names.
 * @returns {readonly Package[]}
 */
export function shippedPackages(root = ROOT) {
  /** @type {Map<string, Package>} */
  const found = new Map();
  const visit = (/** @type {string} */ folder, /** @type {readonly string[]} */ others = []) => {
    const { dependencies, optionalDependencies } = manifestIn(folder);
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...others]) {
      const place = placeOf(name, folder, root);
      // Optional ones may be missing, and types are nothing that runs.
      if (!place || found.has(place) || /^@(types|webgpu)\//.test(name)) continue;
      found.set(place, described(place));
      visit(place);
    }
  };
  visit(root, BUNDLED);
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Where Node finds a package that is imported from a folder.
 * @param {string} name
 * @param {string} from
 * @param {string} root
 * @returns {string | undefined}
 */
function placeOf(name, from, root) {
  const place = join(from, 'node_modules', name);
  if (existsSync(join(place, 'package.json'))) return place;
  return from.length > root.length ? placeOf(name, join(from, '..'), root) : undefined;
}

/**
 * @param {string} folder
 * @returns {Package}
 */
function described(folder) {
  const { name, version, license, repository, homepage } = manifestIn(folder);
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const source = typeof repository === 'string' ? repository : repository?.url;
  return { name, version, license, source: source ?? homepage ?? '', texts };
}

/**
 * @param {string} folder
 * @returns {any}
 */
function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * The notices as a text.
 * @param {readonly Package[]} packages
 */
export function noticesOf(packages) {
  const sections = packages.map((entry) => {
    const { name, version, license, source } = entry;
    const text = entry.texts.length > 0 ? entry.texts.join('\n\n') : sameLicence(entry, packages);
    return `${name} ${version}\nLicence: ${license}\nSource: ${source}\n\n${text}`;
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const head = `Ganfield comes with the packages below, each under its own licence and unchanged, but that of
fonts only the characters may be there which Ganfield needs.`;
  return `${[head, ...sections].join(rule)}\n`;
}

/**
 * Where the licence's text stands, for a package that does not bring it.
 * @param {Package} entry
 * @param {readonly Package[]} packages
 */
function sameLicence({ name, license }, packages) {
  const other = packages.find((found) => found.license === license && found.texts.length > 0);
  if (!other) throw new Error(`missing licence: ${name} brings no text of ${license}`);
  return `The text of ${license} stands under ${other.name}.`;
}
