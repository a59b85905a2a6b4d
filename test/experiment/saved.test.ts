import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isPng, textOfPng } from '../../src/experiment/format/png.ts';
import {
  bytesToRead,
  experimentFrom,
  SHAPE_KEYWORD,
  shapeFrom,
} from '../../src/experiment/format/saved.ts';
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
      /^invalid (picture|experiment): a\.png carries (text that is damaged|damaged JSON)[^\n]*, expected the file as Ganfield saved it$/,
    );
  });
});

describe('a damaged picture is refused', () => {
  const whole = pngOf({ ganfield: '{"ganfield":1,"model":"wgan-gp","lambda":0.37}' });
  const first = whole.indexOf(0x7b, 20);

  test('at whichever byte of its text or checksum', () => {
    expect(experimentFrom('a.png', whole).values['lambda']).toBe(0.37);
    for (let at = first; at < whole.length; at++) {
      for (const bit of [1, 128]) {
        const damaged = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ bit : byte));
        expect(() => experimentFrom('a.png', damaged), `byte ${at}`).toThrow(
          /^invalid picture: a\.png carries text that is damaged \(its checksum is another\), expected the file as Ganfield saved it$/,
        );
      }
    }
  });

  test('where it is cut off', () => {
    for (let length = first; length < whole.length; length++) {
      expect(() => experimentFrom('a.png', whole.subarray(0, length))).toThrow(
        /\((it is cut off)\), expected/,
      );
    }
  });
});

describe('a bomb is refused in a line', () => {
  const read = (text: string) => experimentFrom('a.json', new TextEncoder().encode(text));

  test.each([
    ['brackets', '['.repeat(2 ** 22), /is damaged JSON \(nested more than 32 levels deep\)/],
    ['objects', '{"a":'.repeat(500_000), /is damaged JSON \(nested more than 32 levels deep\)/],
    ['a deep version', `{"ganfield":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, /levels deep\)/],
    ['a long version', `{"ganfield":"${'9'.repeat(1e6)}"}`, /: version "9{59}…, expected/],
    ['an endless version', `{"ganfield":${'9'.repeat(1e6)}}`, /: version null, expected/],
    ['a long key', `{"ganfield":1,"${'k'.repeat(1e6)}":1}`, /unknown parameter: k{60}…;/],
    ['a long text', `{"ganfield":1,"model":"${'k'.repeat(1e6)}"}`, /unknown model: k{60}…,/],
    ['a long list', `{"ganfield":1,"starts":[${'1,'.repeat(1e6)}1]}`, /invalid starts: \[1,1,.*…/],
    ['anything long', '{"a":1,' + '"b":1,'.repeat(1e6), /a\.json has more than 4194304 bytes/],
    ['zeros', '\0'.repeat(5_000_000), /a\.json is neither JSON, PNG nor SVG/],
  ])('%s', (_, text, says) => {
    expect(() => read(text)).toThrow(ChoiceError);
    expect(() => read(text)).toThrow(says);
    expect(() => read(text)).toThrow(/^[^\n]{1,600}$/);
  });
});

test('results may be as long as they like: their experiment stands before them', () => {
  const rows = '[1, 2, 3]'.concat(', [1, 2, 3]'.repeat(500_000));
  const output = (first: string) => new TextEncoder().encode(`{\n  ${first}, "rows": [${rows}]}`);
  const experiment = '{"ganfield": 1, "model": "wgan-gp", "lambda": 0.37, "starts": []}';
  const bytes = output(`"experiment": ${experiment}`);
  expect(bytes.length).toBeGreaterThan(4_194_305);
  expect(experimentFrom('a.json', bytes).values['lambda']).toBe(0.37);
  // As many bytes as are looked at are enough.
  const head = bytes.subarray(0, bytesToRead(bytes));
  expect(head.length).toBeLessThan(bytes.length);
  expect(experimentFrom('a.json', head).values['lambda']).toBe(0.37);
  expect(() => experimentFrom('a.json', output(`"x": 1, "experiment": ${experiment}`))).toThrow(
    /a\.json has more than 4194304 bytes, expected a shorter file, or one that begins with its/,
  );
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
