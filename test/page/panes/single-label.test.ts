import { expect, test } from 'vitest';
import { OUTCOMES } from '../../../src/measures/outcomes.ts';
import { onlyLabel, singleLabel } from '../../../src/page/panes/single-label.ts';

const counts = (starts: Readonly<Record<string, number>>) => ({
  count: 100,
  outcomes: OUTCOMES.map((outcome) => starts[outcome] ?? 0),
});

test('a map of labels that has one alone says which', () => {
  const only = onlyLabel({ transform: 'labels' }, counts({ orbiting: 100 }));
  expect(only).toBe('orbiting');
  const options = { theme: 'dark', fonts: { text: 'serif', math: 'serif' }, em: 10 } as const;
  const place = { x: 0, y: 0, width: 300, height: 300 };
  const marks = singleLabel(only, place, options).map(({ markup }) => markup);
  expect(marks.join('')).toContain('>everywhere: orbiting<');
});

test('one with a single start of another label, or of numbers, says nothing', () => {
  const mixed = counts({ orbiting: 99, converged: 1 });
  expect(onlyLabel({ transform: 'labels' }, mixed)).toBeUndefined();
  expect(onlyLabel({ transform: 'linear' }, counts({ orbiting: 100 }))).toBeUndefined();
});
