import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { source } from '../../scripts/rk4-lanes.js';

it('src/methods/rk4-lanes.ts is what `node scripts/rk4-lanes.js` writes', () => {
  const file = new URL('../../src/methods/rk4-lanes.ts', import.meta.url);
  expect(unformatted(readFileSync(file, 'utf8'))).toBe(unformatted(source()));
});

/** Without what the formatter decides: white space and last commas. */
function unformatted(code: string): string {
  return code.replaceAll(/\s+/g, '').replaceAll(',)', ')');
}
