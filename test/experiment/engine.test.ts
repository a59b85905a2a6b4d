import { expect, test } from 'vitest';
import { remarkOf } from '../../src/experiment/engine.ts';

test('captions say the width of the numbers, and who computed where that matters', () => {
  expect(remarkOf({ kind: 'cpu', adapter: 'JavaScript' })).toBe('float64');
  expect(remarkOf({ kind: 'gpu', adapter: 'SwiftShader' })).toBe('float32 on SwiftShader');
});
