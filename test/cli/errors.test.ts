import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { ganfield, temporaryFolder } from '../support/command.ts';
import { pngOf } from '../support/png-text.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** A file with this content. */
function file(name: string, content: string): string {
  const path = folder.path(name);
  writeFileSync(path, content);
  return path;
}

async function refusal(words: readonly string[], environment = {}) {
  const { code, stdout, stderr } = await ganfield(words, { environment });
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^ganfield: [^\n]+\n$/); // One line, so no stack trace either.
  return { code, line: stderr.trimEnd() };
}

const BAD_ARGUMENTS: readonly (readonly [words: string, message: RegExp])[] = [
  [
    'frobnicate',
    /unknown command 'frobnicate', expected one of models, trace, measure, map, diagram, join, submit, equilibria, check, figures, gallery, bench; --help tells more$/,
  ],
  ['map --frobnicate', /unknown option '--frobnicate'; --help tells more$/],
  ['mapp', /unknown command 'mapp'.* did you mean map\?/],
  ['map --modle wgan', /unknown option '--modle'.* did you mean --model\?/],
  ['map --model wgann', /unknown model: wgann, expected one of ns-gan, .* did you mean wgan\?/],
  ['map --method rk5', /unknown method: rk5, expected one of .* did you mean rk4\?/],
  ['map --model wgan-gp --set lamda=1', /unknown parameter: lamda; .* did you mean lambda\?/],
  ['map --model ns-gan --set lambda=1', /unknown parameter: lambda; ns-gan with rk4 has /],
  [
    'map --model f-gan --set divergence=reversekl',
    /invalid divergence: reversekl, .* reverse-kl\?/,
  ],
  ['map --measure rte', /unknown measure: rte, expected one of distance, .* did you mean rate\?/],
  ['map --set l2', /invalid set: l2, expected name=value/],
  ['map --set l2=', /invalid l2: \(empty\), expected a number from 0 to 2/],
  ['map --set l2=abc', /invalid l2: abc, expected a number from 0 to 2/],
  ['map --set l2=50%', /invalid l2: 50%, expected a number from 0 to 2; write 50\/100$/],
  ['map --set l2=1,234', /invalid l2: 1,234, expected .*; write 1.234 or 1234$/],
  ['map --time 1e99', /invalid time: 1e99, expected a number from 0.01 to 10000/],
  ['map --size 1,024', /invalid size: 1,024, expected .*; write 1.024 or 1024$/],
  ['map --set l2=3', /invalid l2: 3, expected a number from 0 to 2/],
  ['map --step NaN', /invalid step: NaN, expected a number from 0.001 to 0.5/],
  ['map --time 0.1 --step 0.1', /invalid time: 0.1, expected at least four steps of 0.1; /],
  ['map --time 1e9', /invalid time: 1e9, expected a number from 0.01 to 10000/],
  ['map --x theta1=2:-2', /invalid x: theta1=2:-2, expected component=min:max as in theta1=-2:2/],
  ['map --x theta2=-1:1', /invalid slice: x and y are both theta2/],
  ['map --hold phi3=1', /invalid hold: phi3=1, expected /],
  ['map --hold phi1=0.1=7', /invalid hold: phi1=0.1=7, expected component=number/],
  ['map --size 0', /invalid size: 0, expected a whole number from 1 to 16384/],
  ['map --size 3x4x5', /invalid size: 3x4x5, expected W or WxH/],
  ['map --size 2.5', /invalid size: 2.5, expected a whole number/],
  ['map --size 16 --format png', /invalid size: 16x16, expected at least 32x32 for a picture/],
  ['map --size 400x31 --format png', /invalid size: 400x31, expected at least 32x32/],
  ['map --size 32 --dpi 300 --out a.png', /invalid dpi: the format is png, expected svg or pdf/],
  ['map --size 32 --without legend --out a.pdf', /unknown part: legend, expected some of title, /],
  ['map --size 32 --width 9 --out a.pdf', /invalid width: 9, expected /],
  ['map --format gif', /'gif' is invalid. Allowed choices are png, svg, pdf, npy, json, csv/],
  [
    'map --out map.tiff',
    /unknown ending: map.tiff, expected .png, .svg, .pdf, .npy, .json, .csv, or say --format/,
  ],
  [
    'map --measure rate,turns --format png',
    /invalid measure: rate,turns, expected one for a picture/,
  ],
  ['map --bare --format csv', /invalid bare: the format is csv, expected png/],
  ['map --engine fast', /'fast' is invalid. Allowed choices are auto, gpu, cpu/],
  [
    'trace --init 0.1,0.2,0.2',
    /invalid init: 0.1,0.2,0.2, expected four numbers phi1,phi2,theta1,theta2/,
  ],
  ['trace --init 0.1,0.2,0.2,x', /invalid init: 0.1,0.2,0.2,x, expected four numbers/],
  ['trace --samples 1', /invalid samples: 1, expected a whole number from 2 to 1000000/],
  [
    'trace --experiment nowhere.json',
    /unreadable experiment: nowhere.json, no such file or directory/,
  ],
  ['measure', /required option '--inits <file>' not specified/],
  ['measure --inits nowhere.csv', /unreadable inits: nowhere.csv, no such file or directory/],
  ['figures', /required option '--out <folder>' not specified/],
];

describe('bad arguments: exit code 2, and one line with what, got, expected and a remedy', () => {
  test.each(BAD_ARGUMENTS)('%s', async (words, message) => {
    const { code, line } = await refusal(words.split(' '));
    expect(line).toMatch(message);
    expect(code).toBe(2);
  });

  test.each([
    ['', /empty inits: \S+, expected four numbers/],
    ['phi1,phi2,theta1,theta2\n\n', /empty inits: /],
    ['1,2,3,4\n1,2,3\n', /invalid inits: line 2 of \S+: 1,2,3, expected four numbers/],
    ['a,b,c,d\n1,2,3,4\n', /invalid inits: line 1 of \S+: a,b,c,d, expected four numbers/],
    ['NA,NA,NA,NA\n1,2,3,4\n', /invalid inits: line 1 of /],
    ['theta1,theta2,phi1\n1,2,3\n', /invalid inits: line 1 of .*; phi2 is missing/],
    ['phi1,phi2,theta1,theta2\r\n\r\n1,2,3,4\r\n1,2,,4\r\n', /invalid inits: line 4 of /],
    ['1,2,x,4\n', /invalid inits: line 1 of /],
    ['1,2,3,4\n1,2,3,inf\n', /invalid inits: line 2 of /],
    ['1,2,3,4,5\n', /invalid inits: line 1 of /],
    ['1,2,3,2000\n', /invalid inits: line 1 of .* within ±1000/],
  ])('initial conditions %j', async (content, message) => {
    const inits = file('inits.csv', content);
    const { code, line } = await refusal(['measure', '--inits', inits, '--engine', 'cpu']);
    expect(line).toMatch(message);
    expect(code).toBe(2);
  });

  test.each([
    [
      '{"ganfield": 2}',
      /version 2, expected 1 or older; a newer Ganfield made it: update this one/,
    ],
    ['{"ganfield": 1, "model": "nothing"}', /unknown model: nothing/],
    ['{"model": "wgan"}', /invalid experiment: version missing, expected "ganfield": 1/],
    ['[]', /invalid experiment: not an object/],
    ['model=wgan', /invalid experiment: \S+ is neither JSON, PNG nor SVG/],
  ])('experiment %s', async (content, message) => {
    const { code, line } = await refusal(['trace', '--experiment', file('saved.json', content)]);
    expect(line).toMatch(message);
    expect(code).toBe(2);
  });
});

test.each([
  '{"width":0,"height":40,"bare":true}',
  '[]',
  '{"width":1e9,"height":1,"bare":true}',
  '{',
])('a picture with the shape %s: exit code 2', async (shape) => {
  const path = folder.path('forged.png');
  writeFileSync(path, pngOf({ ganfield: '{"ganfield":1}', 'ganfield-picture': shape }));
  const { code, line } = await refusal(['map', '--experiment', path, '--engine', 'cpu']);
  expect(line).toMatch(
    /invalid picture: \S+ carries the shape .*, expected width and height from 1/,
  );
  expect(code).toBe(2);
});

describe('failures: exit code 1', () => {
  test.each([
    [
      'a folder that is missing',
      () => folder.path('missing/map.json'),
      /no such file or directory/,
    ],
    ['a folder', () => (mkdirSync(folder.path('a.json')), folder.path('a.json')), /is a folder/],
    ['a file as a folder', () => `${file('b', '')}/map.json`, /not a directory/],
  ])('output to %s', async (_, out, message) => {
    const words = ['map', '--size', '2', '--time', '5', '--engine', 'cpu', '--out', out()];
    const { code, line } = await refusal(words);
    expect(line).toMatch(/unwritable output: /);
    expect(line).toMatch(message);
    expect(code).toBe(1);
  });

  test('no adapter', async () => {
    // Vulkan's own variable: the drivers to look at, and nothing else.
    const { code, line } = await refusal('trace --engine gpu --samples 2'.split(' '), NO_DRIVERS);
    expect(line).toMatch(
      /missing WebGPU adapter: Dawn found none; .* is needed.*; --engine cpu needs no adapter$/,
    );
    expect(code).toBe(1);
  });
});

/** On Linux nothing but Vulkan is looked for, so this leaves no adapter. */
const NO_DRIVERS = { VK_ICD_FILENAMES: '/nowhere.json', VK_DRIVER_FILES: '/nowhere.json' };

test('without an adapter, auto computes on the cpu and says so', async () => {
  const { code, stdout, stderr } = await ganfield('trace --samples 2'.split(' '), {
    environment: NO_DRIVERS,
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ engine: 'cpu' });
  expect(stderr).toMatch(/missing WebGPU adapter.*the cpu engine computes instead\n.*cpu engine: /);
});
