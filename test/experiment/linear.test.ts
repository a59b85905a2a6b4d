import { describe, expect, test } from 'vitest';
import { splitCells } from '../../src/experiment/format/cells.ts';
import { linkParameters } from '../../src/experiment/format/link.ts';
import { numberRemedy, parseNumber, splitRange } from '../../src/experiment/format/number.ts';
import { isSvg, metadataOfSvg } from '../../src/experiment/format/svg-metadata.ts';
import { namedParts } from '../../src/experiment/format/read-state.ts';

/**
 * Characters of a hostile text. What takes their square takes minutes and meets the limit of
 * any test; what is linear takes milliseconds, however busy the machine is.
 */
const LENGTH = 500_000;

const of = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));

const HOSTILE: Readonly<Record<string, string>> = {
  digits: `${of('1')}x`,
  'digits and a point': `${of('1')}.${of('1')}x`,
  blanks: `1${of(' ')}x`,
  'blanks before a tab': `1\t2${of(' ')}x`,
  tabs: `1${of('\t ')}x`,
  'lines of blanks': `a${of(' ')}\n${of(' ')}b`,
  commas: of(','),
  'commas and blanks': of(', '),
  'decimal commas': `${of('1,1 ')}x`,
  points: `${of('.')}x`,
  'encoded blanks': `${of('%20')}x`,
  ampersands: `${of('&amp;')}x`,
  quotes: of('"'),
  'quotes that stay open': `"${of('""')}`,
  groups: `1${of(' 000')}x`,
  'superscript digits': `10${of('⁰')}x`,
  slashes: of('/'),
  brackets: of('['),
  letters: of('a'),
  separators: of('a:'),
  comments: `<svg><!--${of('<!--')}`,
  'elements that stay open': `<svg>${of('<metadata')}`,
  'elements that are empty': `<svg>${of('<metadata>')}`,
};

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseNumber,
  numberRemedy,
  splitRange,
  splitCells,
  namedParts,
  isSvg,
  metadataOfSvg,
  linkParameters: (text) => [...linkParameters(text)].length,
};

describe.each(Object.entries(READERS))('%s reads in linear time', (_, read) => {
  test.each(Object.entries(HOSTILE))('%s', (_name, text) => {
    expect(() => read(text)).not.toThrow();
  });
});
