import { expect, test } from 'vitest';
import {
  alignedWith,
  fromOtherQuery,
  toOtherQuery,
  toComparisonFile,
} from '../../src/experiment/comparison.ts';
import { experimentFrom, savedFrom } from '../../src/experiment/format/saved.ts';
import { checkWhole } from '../../src/experiment/schema.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { englishOf } from '../../src/models/message.ts';

const read = (query: string) => fromQuery(query).experiment;

const OTHER = read('model=gan-qp&lambda=2&l2=0.1&method=simgd&step=0.5&time=90&measure=turns');
const PRESENT = read(
  'model=wgan&time=7&measure=settle&eps=0.1&x=phi1=-1:1&hold=0,0,1,2&resolution=64&theme=light',
);

test('the other experiment keeps its dynamics and takes slice, horizon and view', () => {
  const shown = alignedWith(OTHER, PRESENT);
  expect([shown.model, shown.method]).toEqual(['gan-qp', 'simgd']);
  expect(shown.slice).toBe(PRESENT.slice);
  expect(shown.starts).toBe(PRESENT.starts);
  expect(shown.values).toMatchObject({
    lambda: 2,
    l2: 0.1,
    step: 0.5,
    time: 7,
    measure: 'settle',
    eps: 0.1,
    resolution: 64,
    theme: 'light',
  });
});

test('a link holds what is its own and nothing else', () => {
  expect(toOtherQuery(alignedWith(OTHER, PRESENT))).toBe(
    'model=gan-qp&method=simgd&lambda=2&l2=0.1&step=0.5',
  );
  expect(fromOtherQuery(toOtherQuery(OTHER), PRESENT)).toEqual({
    experiment: alignedWith(OTHER, PRESENT),
    ignored: [],
  });
});

test('a horizon that is too short for its steps takes shorter ones', () => {
  const shown = alignedWith(OTHER, read('model=wgan&time=1'));
  expect(shown.values['step']).toBe(0.25);
  expect(() => checkWhole(shown)).not.toThrow();
});

test('a link that is wrong is no failure, and its mistakes are told', () => {
  const { experiment, ignored } = fromOtherQuery('model=nobody&lambda=many&l2=0.5', PRESENT);
  expect(experiment).toMatchObject({ model: 'ns-gan', values: { l2: 0.5 } });
  expect(ignored.map(englishOf)).toEqual([
    expect.stringMatching(/^with: unknown model: nobody/),
    expect.stringMatching(/^with: unknown parameter: lambda/),
  ]);
});

test('a file brings both back, and the edited one to whoever asks for one', () => {
  const text = JSON.stringify(toComparisonFile({ experiment: PRESENT, edited: 'b', other: OTHER }));
  const open = (file: string) => savedFrom('both.json', new TextEncoder().encode(file));
  const other = alignedWith(OTHER, PRESENT);
  expect(open(text)).toEqual({ experiment: PRESENT, edited: 'b', other });
  expect(experimentFrom('both.json', new TextEncoder().encode(text))).toEqual(PRESENT);
  expect(() => open(text.replace('"edits":"b"', '"edits":"c"'))).toThrow(
    'invalid comparison: edits c, expected "a" or "b", as in a file that Ganfield saved',
  );
  expect(() => open(text.replace('"gan-qp"', '"gan-qq"'))).toThrow(/gan-qq/);
});
