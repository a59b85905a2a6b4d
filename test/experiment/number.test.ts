import { describe, expect, test } from 'vitest';
import { numberRemedy, parseNumber, splitRange } from '../../src/experiment/format/number.ts';
import { formatNumber } from '../../src/figure/text/number.ts';
import { randomSource } from '../support/random.ts';
import { englishOf } from '../../src/models/message.ts';

describe('a number', () => {
  test.each([
    ['0.5', 0.5],
    ['-2', -2],
    ['+2', 2],
    ['.5', 0.5],
    ['1.', 1],
    ['1e-3', 1e-3],
    ['1E+3', 1e3],
    [' 7 ', 7],
    ['0x10', 16],
    ['−0.5', -0.5],
    ['1e−3', 1e-3],
    ['0,5', 0.5],
    ['−0,5', -0.5],
    [',5', 0.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1,2345', 1.2345],
    ['1,5e2', 150],
    ['1/3', 1 / 3],
    ['−1 / 16', -1 / 16],
    ['0,5/2', 0.25],
    ['1/-4', -0.25],
    ['65 536', 65_536],
    ['65\u2009536', 65_536],
    ['1\u202F234\u00A0567.5', 1_234_567.5],
    ['10⁻³', 1e-3],
    ['−2.5 × 10⁻⁶', -2.5e-6],
    ['3 × 10¹²', 3e12],
    ['1e99', 1e99],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '', ' ', 'abc', '-', '.', ',', 'e3', '5,', '50%', '1,2,3', '1,234', '12,345', '1,234.5', '1.234,5',
    '1..2', '1.2.3', '--1', '+-1', '1e', '1e1.5', '40s', '1/0', '1/', '/2', '1/2/3', 'NaN', 'Infinity',
    '-inf', '∞', '１', '1 2', '1 2345', '0x', '0xg', '1_000', '1\u0000', '2 × 3', '1e-999', '1e-300/1e300',
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNaN();
  }); // prettier-ignore

  test('has the digits of Number wherever that reads a decimal', () => {
    const random = randomSource(5);
    for (let i = 0; i < 2000; i++) {
      const value = (random() - 0.5) * 10 ** Math.round(40 * random() - 20);
      for (const text of [String(value), value.toExponential(), value.toPrecision(4)]) {
        expect(parseNumber(text)).toBe(Number(text));
        const comma = text.replace('.', ',');
        if (!/^-?[1-9]\d{0,2},\d{3}(?:e|$)/.test(comma)) {
          expect(parseNumber(comma), comma).toBe(Number(text));
        }
      }
    }
  });

  test('is read as it is written for people', () => {
    for (const value of [
      0,
      -0.25,
      1 / 16,
      -3 / 1024,
      65_536,
      1_048_580,
      2.5e-6,
      -1e-4,
      1e7,
      2e12,
    ]) {
      expect(parseNumber(formatNumber(value))).toBe(value);
    }
  });
});

test.each([
  ['1,234', 'write 1.234 or 1234'],
  ['−12,345', 'write -12.345 or -12345'],
  ['50%', 'write 50/100'],
  ['1,234.5', 'write one number, without separators between thousands'],
  ['1,2,3', 'write one number, without separators between thousands'],
  ['0,5', ''],
  ['abc', ''],
])('the remedy for %s', (text, remedy) => {
  const found = numberRemedy(text);
  expect(found ? englishOf(found) : '').toBe(remedy);
});

test.each([
  ['-2:2', ['-2', '2']],
  ['−2 … 2', ['−2', '2']],
  ['-2..2', ['-2', '2']],
  ['-2 to 2', ['-2', '2']],
  ['−2 到 2', ['−2', '2']],
  ['1–2', ['1', '2']],
  ['[-2, 2]', ['-2', '2']],
  ['-2,2', ['-2', '2']],
  ['-0,5; 0,5', ['-0,5', '0,5']],
  ['-0,5 0,5', ['-0,5', '0,5']],
  ['-0,5, 0,5', ['-0,5', '0,5']],
  ['1/3 … 1/2', ['1/3', '1/2']],
  ['2', undefined],
  ['1,2,3', undefined],
  ['1 2 3', undefined],
  ['', undefined],
])('the ends of %j', (text, ends) => {
  expect(splitRange(text)).toEqual(ends);
});
