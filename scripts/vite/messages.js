/**
 * The build's part in messages: the page carries what ICU's parser reads of them, and no parser. A message
 * that the parser would give back as it is stays a text.
 */
import { parse } from '@formatjs/icu-messageformat-parser';

const PARSER = '@formatjs/icu-messageformat-parser';

const CATALOGUE = /\/src\/page\/messages\/(?:en|zh)\/.*\.ts$/;

/** The rest of the parser's package, and in place of its parser what reads texts that hold nothing to parse. */
const LITERAL = `export * from '${PARSER}/no-parser.js';
export const parse = (value) => [{ type: 0, value }];`;

/** @returns {import('vite').Plugin} */
export function parsedMessages() {
  return {
    name: 'ganfield:messages',
    apply: 'build',
    enforce: 'post',
    resolveId: { order: 'pre', handler: (id) => (id === PARSER ? `\0${PARSER}` : null) },
    load: (id) => (id === `\0${PARSER}` ? LITERAL : null),
    transform(code, id) {
      if (!CATALOGUE.test(id)) return null;
      return { code: withParsedTexts(code, this.parse(code)), map: null };
    },
  };
}

/**
 * @param {string} code of a module whose objects' values are messages
 * @param {unknown} program its tree (ESTree), with the places of its nodes
 * @throws where a message is no plain text, or none of ICU's
 */
export function withParsedTexts(code, program) {
  let parsed = '';
  let end = 0;
  for (const value of valuesIn(program)) {
    // A catalogue that is put together names others.
    if (value.type === 'Identifier' || value.type === 'ObjectExpression') continue;
    const text = value.value;
    if (typeof text !== 'string')
      throw new Error(`no message: ${code.slice(value.start, value.end)}`);
    if (!/[{}']/.test(text)) continue;
    parsed += code.slice(end, value.start) + JSON.stringify(parse(text, { ignoreTag: true }));
    end = value.end;
  }
  return parsed + code.slice(end);
}

/**
 * The values of all objects in a tree, in their order in the code; what is spread into them is elsewhere.
 * @param {unknown} node
 * @returns {Generator<{ type: string, start: number, end: number, value: unknown }>}
 */
function* valuesIn(node) {
  if (!node || typeof node !== 'object') return;
  if ('type' in node && node.type === 'Property' && 'value' in node) {
    yield /** @type {any} */ (node.value);
  }
  for (const part of Object.values(node)) yield* valuesIn(part);
}
