/**
 * The build's part in Chinese PDFs: of Noto Sans SC, which has megabytes of characters, two fonts with
 * those of the Chinese messages alone. The module `virtual:chinese-fonts` has their addresses.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../paths.js';

const MODULE = 'virtual:chinese-fonts';

/** All that the page says in Chinese. */
const MESSAGES = join(ROOT, 'src', 'page', 'messages', 'zh');

/** What the fonts of the figures' other text do not have. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff00-\uffef]/gu;

const SOURCE = join(ROOT, 'node_modules', '@fontsource-variable', 'noto-sans-sc');
const CACHE = join(ROOT, 'node_modules', '.cache', 'ganfield', 'chinese-fonts');

/** @returns {import('vite').Plugin} */
export function chineseFonts() {
  return {
    name: 'ganfield:chinese-fonts',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      for (const file of messageFiles()) this.addWatchFile(file);
      const { characters, text, bold } = await chineseFontFiles();
      return [
        `export { default as text } from ${JSON.stringify(`${text}?url`)};`,
        `export { default as bold } from ${JSON.stringify(`${bold}?url`)};`,
        `export const characters = ${JSON.stringify(characters)};`,
      ].join('\n');
    },
  };
}

/** The characters of the Chinese messages, and the paths of the fonts that have these. */
export async function chineseFontFiles() {
  const characters = charactersOf(messageFiles());
  return {
    characters: characters.join(''),
    text: await keptFont(characters, 'Regular', 400),
    // As the bold of the figures' other text.
    bold: await keptFont(characters, 'SemiBold', 600),
  };
}

function messageFiles() {
  return readdirSync(MESSAGES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(MESSAGES, path));
}

/** @param {readonly string[]} files */
function charactersOf(files) {
  const all = new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(CHINESE) ?? []));
  return [...all].toSorted();
}

/**
 * The path of a font, which is made once for each set of characters.
 * @param {readonly string[]} characters
 * @param {string} style
 * @param {number} weight
 */
async function keptFont(characters, style, weight) {
  if (!existsSync(SOURCE)) {
    throw new Error(`missing package: ${relative(ROOT, SOURCE)}; npm run setup installs it`);
  }
  const code = readFileSync(new URL(import.meta.url));
  const { version } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  const key = createHash('sha256')
    .update(code)
    .update([version, ...characters].join())
    .digest('hex');
  const folder = join(CACHE, key.slice(0, 16));
  const path = join(folder, `NotoSansSC-${style}.ttf`);
  if (existsSync(path)) return path;
  const font = await madeFont(characters, style, weight);
  mkdirSync(folder, { recursive: true });
  // Whole or not at all, also where two builds run.
  writeFileSync(`${path}.${process.pid}`, font);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/**
 * The package has the font in slices of some hundred characters, each of all weights.
 * @param {readonly string[]} characters
 * @param {string} style
 * @param {number} weight
 */
async function madeFont(characters, style, weight) {
  const { Font } = await import('fonteditor-core');
  const { default: subsetFont } = await import('subset-font');
  const left = new Set(characters);
  let font;
  for (const [slice, ranges] of Object.entries(slices())) {
    const wanted = [...left].filter((character) => isWithin(ranges, character));
    if (wanted.length === 0) continue;
    for (const character of wanted) left.delete(character);
    const file = readFileSync(join(SOURCE, 'files', `noto-sans-sc-${slice}-wght-normal.woff2`));
    const bytes = await subsetFont(file, wanted.join(''), {
      targetFormat: 'sfnt',
      variationAxes: { wght: weight },
      keepFeatures: [],
      noLayoutClosure: true,
      noHinting: true,
    });
    const part = Font.create(bytes, { type: 'ttf' });
    font = font ? font.merge(part, { scale: true }) : part;
  }
  if (!font || left.size > 0) {
    throw new Error(`missing in Noto Sans SC: ${[...left].join('')}; say it in other characters`);
  }
  return named(font, style).write({ type: 'ttf', toBuffer: true });
}

/**
 * The slices are named after their lightest weight.
 * @param {import('fonteditor-core').Font} font
 * @param {string} style
 */
function named(font, style) {
  const data = font.get();
  const [family, full] = ['Noto Sans SC', `Noto Sans SC ${style}`];
  Object.assign(data.name, {
    fontFamily: family,
    fontSubFamily: style,
    uniqueSubFamily: full,
    fullName: full,
    postScriptName: `NotoSansSC-${style}`,
  });
  return font;
}

/**
 * Ranges of code points by slice.
 * @returns {Record<string, readonly (readonly [number, number])[]>}
 */
function slices() {
  /** @type {Record<string, string>} */
  const listed = JSON.parse(readFileSync(join(SOURCE, 'unicode.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(listed).map(([name, list]) => [
      name.replaceAll(/[[\]]/g, ''),
      list.split(',').map((range) => {
        const [first = 0, last = first] = range
          .replace('U+', '')
          .split('-')
          .map((code) => parseInt(code, 16));
        return /** @type {const} */ ([first, last]);
      }),
    ]),
  );
}

/**
 * @param {readonly (readonly [number, number])[]} ranges
 * @param {string} character
 */
function isWithin(ranges, character) {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => first <= code && code <= last);
}
