import { describe, expect, test } from 'vitest';
import { PAPERS, partsOfSource } from '../../src/experiment/papers.ts';
import { MODELS } from '../../src/models/index.ts';
import { chinese } from '../../src/page/messages/zh/index.ts';

/** What may stand beside the papers of a source. */
const BETWEEN = /^([;；] ?)?(c = 0(: |：)|[,，] ?)?$/;

const chineseSources = Object.entries(chinese)
  .filter(([id]) => /^model\..*\.source$/.test(id))
  .map(([id, source]) => ({ id, source: String(source) }));

describe('every paper of a source is a link', () => {
  test.each([...MODELS, ...chineseSources])('of $id', ({ source }) => {
    const parts = partsOfSource(source);
    expect(parts.map(({ text }) => text).join('')).toBe(source);
    expect(parts.some(({ url }) => url !== undefined)).toBe(true);
    for (const { text, url } of parts) if (url === undefined) expect(text).toMatch(BETWEEN);
  });

  test('and every paper is one of some source', () => {
    const named = MODELS.flatMap(({ source }) => partsOfSource(source).map(({ url }) => url));
    for (const { url } of PAPERS) expect(named).toContain(url);
  });

  test('another year or author is no link', () => {
    expect(partsOfSource('Mescheder et al. 2020')).toEqual([{ text: 'Mescheder et al. 2020' }]);
    expect(partsOfSource('Susan 2018')).toEqual([{ text: 'Susan 2018' }]);
  });
});
