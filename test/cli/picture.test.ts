import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { afterAll, expect, test } from 'vitest';
import { outputOf, temporaryFolder } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const MAP =
  'map --model gan-qp --set lambda=0.7 --hold phi1=0.5,phi2=0.3 --time 10 --measure distance'.split(
    ' ',
  );

async function picture(name: string, ...words: string[]) {
  const path = folder.path(name);
  await outputOf([...words, '--engine', 'cpu', '--out', path]);
  return { path, ...decode(readFileSync(path)) };
}

test('a bare picture carries its experiment, and is drawn again from it', async () => {
  const first = await picture('bare.png', ...MAP, '--size', '48x32', '--bare');
  expect(JSON.parse(first.text['ganfield']!)).toMatchObject({
    ganfield: 1,
    model: 'gan-qp',
    lambda: 0.7,
    time: 10,
    measure: 'distance',
    hold: [0.5, 0.3, 0.2, 0.1],
  });
  const again = await picture('bare-again.png', 'map', '--experiment', first.path);
  expect(readFileSync(again.path).equals(readFileSync(first.path))).toBe(true);
});

test('a figure for a paper has the width that is asked for, and is opened again', async () => {
  const [pdf, svg] = ['figure.pdf', 'figure.svg'].map((name) => folder.path(name));
  const size = ['--size', '32', '--width', '114', '--font-size', '8', '--engine', 'cpu'];
  await outputOf([...MAP, ...size, '--without', 'title,engine', '--out', pdf!]);
  const text = readFileSync(pdf!, 'latin1');
  expect(Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(text)![1])).toBeCloseTo((114 / 25.4) * 72, 1);
  expect(text).toContain('+Inter-Regular');
  await outputOf(['map', '--experiment', pdf!, ...size, '--out', svg!]);
  const drawn = readFileSync(svg!, 'utf8');
  expect(drawn).toMatch(/^<svg [^>]*width="323.15pt"/);
  expect(drawn).toContain('font-size="8"');
  // The resolution of the picture inside, in the PNG's header.
  const png = Buffer.from(/base64,(iVBOR[^"]*)"/.exec(drawn)![1]!, 'base64');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([32, 32]);
});

test('bare: exactly the pixels, lowest y at the bottom', async () => {
  const model = 'map --model wgan-gp --set lambda=0.25 --hold phi1=0,phi2=1 --time 20';
  const slice = '--x theta1=-2:2 --y theta2=-2:2 --size 40x24';
  const { width, height, channels, data } = await picture(
    'size.png',
    ...`${model} ${slice} --measure turns --bare --set palette=diverging`.split(' '),
  );
  expect([width, height, channels]).toEqual([40, 24, 3]);
  // L = phi1 theta2 - phi2 theta1 = -theta1: the left half turns one way, the right half the other.
  const pixel = (x: number, y: number) =>
    Array.from(data.subarray(3 * (40 * y + x), 3 * (40 * y + x) + 3));
  const [left, right] = [pixel(5, 5), pixel(35, 5)];
  expect(left[2]! - left[0]!).not.toBe(right[2]! - right[0]!);
  expect(Math.sign(left[2]! - left[0]!)).toBe(-Math.sign(right[2]! - right[0]!));
});

test('whole, and not square: the pane is the bare picture, pixel for pixel, amid axes and caption', async () => {
  const size = '40x80';
  // No equilibrium is in this slice and no start with L = 0, so that no mark covers it.
  const words = [
    ...MAP,
    ...`--x theta1=0.5:2 --y theta2=-1:0 --size ${size} --theme light`.split(' '),
  ];
  const whole = await picture('upright.png', ...words);
  const bare = await picture('upright-bare.png', ...words, '--bare');
  expect(`${bare.width}x${bare.height}`).toBe(size);
  const rowsOf = ({ width, height, data }: typeof bare) =>
    Array.from({ length: height }, (_, y) =>
      Buffer.from(data.slice(3 * width * y, 3 * width * (y + 1))),
    );
  const [inside, all] = [rowsOf(bare), rowsOf(whole)];
  expect(new Set(inside.map((row) => row.toString('hex'))).size).toBeGreaterThan(16);
  const top = all.findIndex((row) => row.includes(inside[0]!));
  expect(top).toBeGreaterThan(0);
  const left = all[top]!.indexOf(inside[0]!);
  const pane = all
    .slice(top, top + bare.height)
    .map((row) => row.subarray(left, left + 3 * bare.width));
  expect(Buffer.concat(pane).equals(Buffer.concat(inside))).toBe(true);
  expect(left).toBeGreaterThan(0);
  expect(left + 3 * bare.width).toBeLessThan(3 * whole.width);
  expect(Array.from(whole.data.subarray(0, 3))).toEqual([255, 255, 255]);
  const again = await picture('upright-again.png', 'map', '--experiment', whole.path);
  expect(readFileSync(again.path).equals(readFileSync(whole.path))).toBe(true);
});

test('the theme is that of the experiment, dark unless it says otherwise', async () => {
  const { data } = await picture('dark.png', ...MAP, '--size', '32');
  expect(Math.max(...data.subarray(0, 3))).toBeLessThan(40);
});
