import { existsSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { afterAll, expect, test } from 'vitest';
import { ganfield, outputOf, temporaryFolder } from '../support/command.ts';

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

test('a game of a paper by every rule, in one picture; a wrong name suggests the right one', async () => {
  const out = folder.path('rules.png');
  const words = ['gallery', '--out', out, '--size', '16', '--engine', 'cpu', '--games'];
  await outputOf([...words, 'bilinear']);
  const { text, data } = decode(readFileSync(out));
  expect(JSON.parse(text['ganfield']!)).toMatchObject({ game: { title: 'Bilinear game' } });
  const colours = new Uint32Array(data.slice(0, 4 * Math.floor(data.length / 4)).buffer);
  expect(new Set(colours).size).toBeGreaterThan(50);
  const { code, stderr } = await ganfield([...words, 'bilinaer']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^ganfield: unknown game: bilinaer, expected one of .*mean bilinear\?\n$/);
});
