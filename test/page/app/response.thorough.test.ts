import { test } from 'vitest';
import { expectAnswers } from './answers.ts';

test('input is answered while the adapter computes a map', () => expectAnswers(true));
