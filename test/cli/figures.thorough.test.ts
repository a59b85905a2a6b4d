import { existsSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { afterAll, expect, test } from 'vitest';
import { outputOf, temporaryFolder } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

test('the article’s figures and the sheets of all models', async () => {
  const out = folder.path('figures');
  await outputOf(['figures', '--out', out, '--size', '160', '--engine', 'gpu']);
  const names = [
    ...['ns-gan', 'wgan', 'wgan-gp-0', 'wgan-gp-1', 'gan-qp', 'gan-qp-l2', 'ema'].map(
      (id) => `article-${id}`,
    ),
    'all-models',
    'all-models-amplitude',
  ];
  for (const name of names) {
    const path = `${out}/${name}.png`;
    expect(existsSync(path), name).toBe(true);
    const { width, height, text, data } = decode(readFileSync(path));
    expect(Math.min(width, height)).toBeGreaterThan(160);
    expect(JSON.parse(text['ganfield']!)).toMatchObject({ ganfield: 1 });
    // Something is drawn: many colours beside the ground.
    expect(
      new Set(new Uint32Array(data.slice(0, 4 * Math.floor(data.length / 4)).buffer)).size,
    ).toBeGreaterThan(50);
  }
});
