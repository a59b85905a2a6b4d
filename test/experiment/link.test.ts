import { describe, expect, test } from 'vitest';
import { linkParameters } from '../../src/experiment/format/link.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { englishOf } from '../../src/models/message.ts';

const GOOD = 'model=wgan-gp&lambda=0.3&time=12&hold=0.5,0.3,0,0&starts=0.1,0.2,0.2,0.1';

/** What the link means as it was written. */
const meant = fromQuery(GOOD);

describe('a link that something on its way has changed means what it meant', () => {
  test.each([
    ['campaigns', `utm_source=mail&${GOOD}&utm_medium=a&UTM_Campaign=b`],
    ['clicks', `${GOOD}&fbclid=IwAR0_x&gclid=1&msclkid=2&igshid=3&mc_eid=4&ref=home&__cft__[0]=5`],
    ['HTML', GOOD.replaceAll('&', '&amp;')],
    ['HTML twice', GOOD.replaceAll('&', '&amp;amp;')],
    ['encoded ampersands', GOOD.replaceAll('&', '%26')],
    ['encoded once more', encodeURIComponent(GOOD)],
    ['encoded twice more', encodeURIComponent(encodeURIComponent(GOOD))],
    ['a bracket', `${GOOD})`],
    ['a bracket and a full stop', `${GOOD}).`],
    ['a full stop', `${GOOD}.`],
    ['a comma', `${GOOD},`],
    ['an angle bracket', `${GOOD}>`],
    ['an encoded angle bracket', `${GOOD}%3E`],
    ['quotation marks', `${GOOD}%E2%80%9D`],
    ['a blank', `${GOOD}%20`],
    ['a line break', `${GOOD}%0A`],
    ['Markdown', `${GOOD})**`],
    ['all of it', `?${encodeURIComponent(GOOD.replaceAll('&', '&amp;'))}&fbclid=x).`],
  ])('%s', (_, query) => {
    expect(meant.ignored).toEqual([]);
    expect(fromQuery(query)).toEqual(meant);
  });

  test('a plus in an exponent', () => {
    expect(fromQuery('time=1e+2&l2=1e-2').experiment.values).toMatchObject({ time: 100, l2: 0.01 });
  });

  test('what is compared keeps its own separators', () => {
    const other = 'model=gan-qp&lambda=2';
    const whole = `with=${encodeURIComponent(other)}&model=wgan&l2=0.1`;
    for (const query of [whole, encodeURIComponent(whole), `${whole})`]) {
      const parameters = linkParameters(query);
      expect(parameters.get('with')).toBe(other);
      expect(parameters.get('l2')).toBe('0.1');
    }
  });
});

test('foreign keys alone are no experiment', () => {
  expect(linkParameters('?utm_source=mail&fbclid=x').size).toBe(0);
  expect(linkParameters('?lamda=1').size).toBe(1);
});

describe('a bad part of a link costs that part', () => {
  test.each([
    ['two axes alike', 'x=phi1:-1:1&y=phi1:-1:1', /invalid slice/],
    ['too short a horizon for the step', 'time=0.1&step=0.4', /invalid time/],
    ['a number that is none', 'l2=50%', /invalid l2/],
    ['one of several held values', 'hold=phi1=0.7,phi2=x', /invalid hold: phi2=x/],
    ['one of several starts', 'starts=1,2,3,4;1,2,3;0,0,1,0', /invalid starts: 1,2,3, expected/],
  ])('%s', (_, bad, says) => {
    const { experiment, ignored } = fromQuery(`model=wgan-gp&lambda=0.3&eps=0.1&${bad}`);
    expect(ignored).toHaveLength(1);
    expect(englishOf(ignored[0]!)).toMatch(says);
    expect(experiment.values).toMatchObject({ lambda: 0.3, eps: 0.1 });
    if (bad.startsWith('hold')) expect(experiment.slice.hold).toEqual([0.7, 0.2, 0.2, 0.1]);
    if (bad.startsWith('starts')) {
      expect(experiment.starts).toEqual([
        [1, 2, 3, 4],
        [0, 0, 1, 0],
      ]);
    }
  });

  test('a bad slice leaves horizon, step and what is held', () => {
    const { experiment } = fromQuery('time=12&step=0.1&hold=1,2,3,4&x=phi1:-1:1&y=phi1:-1:1');
    expect(experiment.values).toMatchObject({ time: 12, step: 0.1 });
    expect(experiment.slice.hold).toEqual([1, 2, 3, 4]);
  });

  test('a bad horizon leaves the slice', () => {
    const { experiment } = fromQuery('time=0.1&step=0.4&x=phi1:-1:1');
    expect(experiment.slice.x).toEqual({ component: 'phi1', min: -1, max: 1 });
  });
});

test.each([
  ['l2=0,5', { l2: 0.5 }],
  ['l2=1/3', { l2: 1 / 3 }],
  ['rateD=1,5&time=1e2', { rateD: 1.5, time: 100 }],
])('numbers as people write them: %s', (query, values) => {
  const { experiment, ignored } = fromQuery(query);
  expect(ignored).toEqual([]);
  expect(experiment.values).toMatchObject(values);
});

test('axes and held values as people write them', () => {
  const { experiment, ignored } = fromQuery(
    'x=theta1:−0,5:1/3&hold=phi1=0,5,phi2=−0.25&starts=0.1,0.2,−0.2,1/8',
  );
  expect(ignored).toEqual([]);
  expect(experiment.slice.x).toEqual({ component: 'theta1', min: -0.5, max: 1 / 3 });
  expect(experiment.slice.hold).toEqual([0.5, -0.25, 0.2, 0.1]);
  expect(experiment.starts).toEqual([[0.1, 0.2, -0.2, 0.125]]);
});
