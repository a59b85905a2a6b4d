import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isPng, textOfPng } from '../../src/experiment/format/png.ts';
import { experimentFrom, SHAPE_KEYWORD, shapeFrom } from '../../src/experiment/format/saved.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { chunk, pngOf, pngOfChunks, pngWith } from '../support/png-text.ts';

const carrying = (shape: string) => pngOf({ ganfield: '{"ganfield":1}', [SHAPE_KEYWORD]: shape });

test('a picture carries its texts', () => {
  const bytes = pngOf({ one: 'first', two: 'second' });
  expect(isPng(bytes)).toBe(true);
  expect(textOfPng(bytes, 'two')).toBe('second');
  expect(textOfPng(bytes, 'tw')).toBeUndefined();
});

describe('a picture that another program saved anew', () => {
  const text = '{"ganfield":1,"model":"wgan-gp","lambda":0.37}';

  test.each(['zTXt', 'iTXt', 'compressed iTXt'] as const)('with %s', (kind) => {
    const bytes = pngWith(kind, 'ganfield', text);
    expect(textOfPng(bytes, 'ganfield')).toBe(text);
    expect(textOfPng(bytes, 'ganf')).toBeUndefined();
    expect(experimentFrom('a.png', bytes).values['lambda']).toBe(0.37);
    const shaped = pngWith(kind, SHAPE_KEYWORD, '{"width":3,"height":2,"bare":true}');
    expect(shapeFrom('a.png', shaped)).toEqual({ width: 3, height: 2, bare: true });
  });

  test('keeps letters of every alphabet in iTXt', () => {
    for (const kind of ['iTXt', 'compressed iTXt'] as const) {
      expect(textOfPng(pngWith(kind, 'a', 'θ₁ 初'), 'a')).toBe('θ₁ 初');
    }
  });

  test.each([
    ['is cut off', (whole: Buffer) => whole.subarray(0, 20)],
    ['is no deflate stream', () => Buffer.from('no deflate stream')],
    ['is empty', () => Buffer.alloc(0)],
    ['is endless', () => deflateSync(Buffer.alloc(2 ** 26))],
  ])('and whose text %s is refused', (_, damaged) => {
    const data = damaged(deflateSync(Buffer.from(text)));
    const bytes = pngOfChunks([chunk('zTXt', 'ganfield', Buffer.from([0]), data)]);
    expect(() => experimentFrom('a.png', bytes)).toThrow(ChoiceError);
    expect(() => experimentFrom('a.png', bytes)).toThrow(
      /^invalid (picture|experiment): a\.png carries (compressed text|damaged JSON)[^\n]*, expected the file as Ganfield saved it$/,
    );
  });
});

describe('a file without an experiment says what it is', () => {
  test.each([
    ['', 'a.json is empty'],
    [' \n', 'a.json is empty'],
    ['hello', 'a.json is neither JSON, PNG nor SVG'],
    ['<html></html>', 'a.json is neither JSON, PNG nor SVG'],
    ['{"ganfield": 1,\n "time": 0,5}', 'a.json is damaged JSON ('],
    ['{"ganfield": 1', 'a.json is damaged JSON ('],
    ['<svg><metadata>{&quot;ganfield&quot;:</metadata></svg>', 'a.json carries damaged JSON ('],
    ['<svg><metadata>RDF</metadata></svg>', 'a.json carries none'],
  ])('%j', (content, says) => {
    const read = () => experimentFrom('a.json', new TextEncoder().encode(content));
    expect(read).toThrow(ChoiceError);
    expect(read).toThrow(`invalid experiment: ${says}`);
    expect(read).toThrow(/, expected [^\n]+$/);
  });
});

test.each([
  ['an XML declaration', '<?xml version="1.0"?>\n<svg><metadata>'],
  ['a comment and a document type', '<!-- a > b --><!DOCTYPE svg>\n<svg><metadata>'],
  ['attributes', '<svg><metadata\n   id="metadata1">\n'],
])('a figure that another program saved anew, with %s', (_, head) => {
  const content = `${head}{&#34;ganfield&#x22;:1,&quot;model&quot;:&quot;wgan&quot;}<rdf:RDF/></metadata></svg>`;
  expect(experimentFrom('a.svg', new TextEncoder().encode(content)).model).toBe('wgan');
});

test('a figure carries its experiment, and one without is told from a file of another kind', () => {
  const read = (text: string) => experimentFrom('a.svg', new TextEncoder().encode(text));
  const metadata =
    '<metadata>{&quot;ganfield&quot;:1,&quot;model&quot;:&quot;wgan&quot;}</metadata>';
  expect(read(`<svg xmlns="http://www.w3.org/2000/svg"><style/>${metadata}</svg>`).model).toBe(
    'wgan',
  );
  expect(() => read('<svg><path/></svg>')).toThrow(/carries none/);
  expect(() => read('<html></html>')).toThrow(/neither JSON, PNG nor SVG/);
});

describe('the shape of a picture', () => {
  test.each([
    { width: 1, height: 1, bare: true },
    { width: 16_384, height: 40, bare: false },
  ])('%j', (shape) => {
    const bytes = carrying(JSON.stringify(shape));
    expect(shapeFrom('a.png', bytes)).toEqual(shape);
    expect(experimentFrom('a.png', bytes).model).toBe('ns-gan');
  });

  test('is missing where none was written', () => {
    expect(shapeFrom('a.png', pngOf({ ganfield: '{"ganfield":1}' }))).toBeUndefined();
    expect(shapeFrom('a.json', new TextEncoder().encode('{"ganfield":1}'))).toBeUndefined();
  });

  test.each([
    '{"width":0,"height":40,"bare":true}',
    '{"width":40,"height":-1,"bare":true}',
    '{"width":16385,"height":40,"bare":true}',
    '{"width":1e300,"height":40,"bare":true}',
    '{"width":1e999,"height":40,"bare":true}',
    '{"width":2.5,"height":40,"bare":true}',
    '{"width":"40","height":40,"bare":true}',
    '{"width":40,"bare":true}',
    '{"width":40,"height":40}',
    '{"width":40,"height":40,"bare":1}',
    '[]',
    '[40,40,true]',
    'null',
    '40',
    '{"width":40,',
    '',
    '\n\u001B[2J',
    'x'.repeat(100_000),
  ])('is refused in one line: %.60j', (text) => {
    const read = () => shapeFrom('a.png', carrying(text));
    expect(read).toThrow(ChoiceError);
    expect(read).toThrow(
      /^invalid picture: a\.png carries the shape [^\p{Cc}]{1,70}, expected [^\p{Cc}]{1,150}$/u,
    );
  });
});
