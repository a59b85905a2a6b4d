import { expect, test } from 'vitest';
import { MODELS } from '../../../src/models/index.ts';
import { openPage } from '../../support/browser.ts';
import type { Picture } from '../../support/picture.ts';
import { choose, colourCount, difference, pixelsOf, settled, SMALL } from '../helpers.ts';

test('every model draws a map of its own', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=wgan-gp&measure=distance&${SMALL}`,
  });
  const maps = new Map<string, Picture>();
  for (const { id, title } of MODELS) {
    await choose(page, 'model', title);
    await settled(page);
    const map = await pixelsOf(page, 'map');
    expect(colourCount(map), `${id} is not blank`).toBeGreaterThan(16);
    maps.set(id, map);
  }
  const pictures = [...maps];
  for (const [index, [id, map]] of pictures.entries()) {
    for (const [other, otherMap] of pictures.slice(0, index)) {
      expect(difference(map, otherMap), `${id} is not ${other}`).toBeGreaterThan(0.02);
    }
  }
  expect(problems).toEqual([]);
  await close();
});
