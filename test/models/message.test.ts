import { expect, test } from 'vitest';
import { declareMessages, englishOf, fill, message } from '../../src/models/message.ts';

const TEXTS = declareMessages('model.test.theory', {
  closed: 'Every orbit is closed.',
  circle: 'Ends on a circle of radius {radius} around {centre}.',
});

test('a text has the id of its place and key', () => {
  expect(TEXTS.closed).toEqual(message('model.test.theory.closed', 'Every orbit is closed.'));
  expect(TEXTS.circle.names).toEqual(['radius', 'centre']);
});

test('values stand in the English text: numbers with a real minus and at most six digits', () => {
  const circle = fill(TEXTS.circle, { radius: 2 / 3, centre: -0.5 });
  expect(englishOf(circle)).toBe('Ends on a circle of radius 0.666667 around −0.5.');
  const nested = fill(TEXTS.circle, { radius: '√|L|', centre: message('test.home', '0') });
  expect(englishOf(nested)).toBe('Ends on a circle of radius √|L| around 0.');
});

test('a value that is missing is an error', () => {
  // @ts-expect-error the compiler asks for the centre
  const incomplete = fill(TEXTS.circle, { radius: 1 });
  expect(() => englishOf(incomplete)).toThrow('missing value: centre');
  // @ts-expect-error a template is no message
  expect(() => englishOf(TEXTS.circle)).toThrow(TypeError);
});
