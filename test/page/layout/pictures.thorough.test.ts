import { test } from 'vitest';
import { expectPage } from './page-pictures.ts';

test.for([
  ['desk', 'light'],
  ['phone', 'dark'],
] as const)('the page on a %s, %s', ([screen, theme]) => expectPage(screen, theme));
