import { test } from 'vitest';
import { expectPage, expectPanel } from './page-pictures.ts';

test.for([
  ['desk', 'dark'],
  ['phone', 'light'],
] as const)('the page on a %s, %s', ([screen, theme]) => expectPage(screen, theme));

test('the panel with all its sections', async () => {
  await expectPanel();
});
