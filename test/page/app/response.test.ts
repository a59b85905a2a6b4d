import { test } from 'vitest';
import { expectAnswers } from './answers.ts';

test('input is answered while the processor computes a map', () => expectAnswers(false));
