import { expect, test } from 'vitest';
import { remarkOf } from '../../src/experiment/engine.ts';
import { englishOf } from '../../src/models/message.ts';

test('captions say the width of the numbers, and who computed where that matters', () => {
  expect(englishOf(remarkOf({ kind: 'cpu', adapter: 'JavaScript' }))).toBe('float64');
  expect(englishOf(remarkOf({ kind: 'gpu', adapter: 'SwiftShader' }))).toBe(
    'float32 on SwiftShader',
  );
});
