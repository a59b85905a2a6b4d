import { describe, expect, test } from 'vitest';
import { isPng, textOfPng } from '../../src/experiment/format/png.ts';
import { experimentFrom, SHAPE_KEYWORD, shapeFrom } from '../../src/experiment/format/saved.ts';
import { ChoiceError } from '../../src/experiment/schema.ts';
import { pngOf } from '../support/png-text.ts';

const carrying = (shape: string) => pngOf({ ganfield: '{"ganfield":1}', [SHAPE_KEYWORD]: shape });

test('a picture carries its texts', () => {
  const bytes = pngOf({ one: 'first', two: 'second' });
  expect(isPng(bytes)).toBe(true);
  expect(textOfPng(bytes, 'two')).toBe('second');
  expect(textOfPng(bytes, 'tw')).toBeUndefined();
});

test('a figure carries its experiment, and one without is told from a file of another kind', () => {
  const read = (text: string) => experimentFrom('a.svg', new TextEncoder().encode(text));
  const metadata =
    '<metadata>{&quot;ganfield&quot;:1,&quot;model&quot;:&quot;wgan&quot;}</metadata>';
  expect(read(`<svg xmlns="http://www.w3.org/2000/svg"><style/>${metadata}</svg>`).model).toBe(
    'wgan',
  );
  expect(() => read('<svg><path/></svg>')).toThrow(/carries none/);
  expect(() => read('<html></html>')).toThrow(/neither JSON nor a PNG/);
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
