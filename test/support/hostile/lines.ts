/** Command lines and files that are wrong, or right up to an output that cannot be written. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.js';
import type { temporaryFolder } from '../command.ts';
import { pngOf } from '../png-text.ts';

type Folder = ReturnType<typeof temporaryFolder>;

/** What cannot be written: a line that is right up to there fails by it, before any work. */
const NO_FILE = join(ROOT, 'package.json', 'out.json');

const GAME_FLAGS = ['game', 'loss-d', 'loss-g', 'min-max', 'field', 'target'];
const EXPERIMENT_FLAGS = ['model', 'method', 'set', 'set', 'step', 'time', 'experiment'];
const PLANE_FLAGS = ['x', 'y', 'hold', 'init'];

/** Of each command the flags that take any text; a line has some of these, and rarely another one. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  map: [
    ...EXPERIMENT_FLAGS,
    ...GAME_FLAGS,
    ...PLANE_FLAGS,
    'size',
    'measure',
    'starts',
    'box',
    'seed',
    'shard',
    'shards',
    'width',
    'dpi',
  ],
  trace: [...EXPERIMENT_FLAGS, ...GAME_FLAGS, 'init', 'samples'],
  measure: [...EXPERIMENT_FLAGS, ...GAME_FLAGS, 'inits', 'measure'],
  check: [...EXPERIMENT_FLAGS, ...GAME_FLAGS, ...PLANE_FLAGS, 'measure', 'sample'],
  equilibria: [...EXPERIMENT_FLAGS, ...GAME_FLAGS, 'box'],
  join: ['width', 'font-size', 'dpi'],
  models: ['format'],
};

const COMMANDS = ['map', 'map', 'trace', 'measure', 'check', 'equilibria', 'join'];

const OTHERS = ['format', 'theme', 'engine', 'section', 'bare', 'nothing', 'x\u001B[31m', ''];

const OTHER_COMMANDS = ['mapp', '', '\u001B[2J', '__proto__', '-', 'models'];

export const VALUES = [
  '', ' ', '-', '--', '-1', '0', '1', '1e999', '-0', 'NaN', 'Infinity', 'null', 'undefined', 'true',
  '__proto__', 'constructor', 'toString', 'ns-gan', 'wgan-gp', 'rk4', 'altgd', 'lambda=1', 'l2=0.1',
  'l2=', '=1', '=', 'l2=1=2', 'time=5', '__proto__=1', 'theta1=-2:2', 'theta2=0:1', 'phi1=1:0',
  'phi1=NaN:1', 'phi1=1:1.0000000000000002', 'theta1=0:1e-320', 'phi1=1,phi2=2', '0,0,1,0', '0,0,1',
  '1;2;3;4', '64', '64x64', '64x', 'x', '0x10', '16385', 'outcome', 'rate,turns', 'outcome,', 'json',
  'png', 'csv', '../..', '/', '/dev/null', '/nowhere/a.json', 'a\u0000b', 'a\nb\r\tc', '\u001B[31m', '\u009B2J',
  '\u202Eb', '\u2028', '\uD800', '😀', '１', '%s%n', '$(id)', '`id`', '\\', '"', "'", '[[[[', '{"a":1}',
  'theta1=0.5:0.6:log', 'lambda=0.1:10:log', 'rateG=0:1:log', 'time=1:2', '1e9', 'phi1=-2:2,theta1=-2:2', 'phi1=2:-2',
  'share.converged', 'mean.turns', 'max.outcome', '0/4', '4/4', 'auto', 'forsaken', 'custom', 'x*y', 'phi1=theta1',
  '9'.repeat(400), '['.repeat(3000), ' '.repeat(3000), '1 '.repeat(3000), '1,1 '.repeat(2000), 'x'.repeat(9000),
]; // prettier-ignore

/** Pieces of expressions of games. */
const WORDS = [
  'x', 'y', 'u', 'p', 'q', 'phi1', 'theta2', 'k', 'lambda', 'pi', 'e', '0', '1', '2.5', '1e999', '1e-320', '.', '1.2.3',
  '+', '-', '*', '/', '^', '**', '(', ')', ',', '<', '<=', '==', '=', '!', 'exp(', 'log(', 'sqrt(', 'if(', 'min(', 'tan(',
  'step(', 'if(x<y,', 'x^-1', '^2^3^', '((((', '))))', ' ', '\n', '−', '·', 'é', '😀', '\u0000', '\u202E', '__proto__',
  'constructor', 'phi1=', ',theta1=', '-'.repeat(200), '('.repeat(200), '1+'.repeat(600), 'exp('.repeat(90), 'x^x^'.repeat(30),
]; // prettier-ignore

const EXPERIMENT = JSON.stringify({
  ganfield: 1,
  model: 'wgan-gp',
  method: 'rk4',
  lambda: 0.3,
  time: 5,
  x: { component: 'theta1', min: -2, max: 2 },
  hold: [0.1, 0.2, 0, 0],
  starts: [[0.1, 0.2, 0.2, 0.1]],
});

const GAME = JSON.stringify({
  title: 'A game',
  lossD: 'log(1+exp(-u)) + k*p^2',
  lossG: 'if(x<0, x, y)/(1+q)',
  parameters: { k: { default: 1, min: 0, max: 4 } },
});

const WITH_GAME = JSON.stringify({ ganfield: 1, game: JSON.parse(GAME), model: 'custom', time: 5 });

const SAVED: readonly Uint8Array[] = [
  Buffer.from(EXPERIMENT),
  Buffer.from(WITH_GAME),
  Buffer.from(`{"experiment": ${EXPERIMENT}, "rows": [[1, 2], [3, null]]}`),
  Buffer.from(`<svg><metadata>${EXPERIMENT.replaceAll('"', '&quot;')}</metadata></svg>`),
  pngOf({
    ganfield: EXPERIMENT,
    'ganfield-picture': '{"width":64,"height":64,"bare":true}',
  }),
];

const TABLE = Buffer.from(
  'phi1,phi2,theta1,theta2\n0.1,0.2,0.2,0.1\n1,"2",-3,4e-1\n# end\n1/3,0,0,1\n',
);

/** What is hostile by one source of random numbers, with files in a folder. */
export function hostile(random: () => number, folder: Folder) {
  const below = (count: number) => Math.floor(count * random());
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const expression = () => Array.from({ length: 1 + below(9) }, () => oneOf(WORDS)).join('');
  const valueOf = (flag: string) =>
    GAME_FLAGS.includes(flag) && random() < 0.7 ? expression() : oneOf(VALUES);

  /** A table in which nothing is wrong. */
  function tablePath(): string {
    const path = folder.path('table.csv');
    writeFileSync(path, TABLE);
    return path;
  }

  /** Bytes changed, left out, put in, repeated; or the end cut off. */
  function damaged(bytes: Uint8Array): Uint8Array {
    let content = Buffer.from(bytes);
    for (let n = below(4); n >= 0; n--) {
      const at = below(content.length);
      const [head, tail] = [content.subarray(0, at), content.subarray(at)];
      const put = Buffer.from(oneOf(VALUES));
      content = Buffer.concat(
        [
          [head, Buffer.of(below(256)), tail.subarray(1)],
          [head, tail.subarray(1 + below(8))],
          [head, put, tail],
          [head, put, tail.subarray(put.length)],
          [head, tail, tail],
          [head],
        ][below(6)]!,
      );
      if (content.length === 0) break;
    }
    return content;
  }

  return {
    line(): readonly string[] {
      const command = random() < 0.05 ? oneOf(OTHER_COMMANDS) : oneOf(COMMANDS);
      const flags = Array.from({ length: 1 + below(3) }, () => {
        const flag = random() < 0.1 ? oneOf(OTHERS) : oneOf(FLAGS[command] ?? OTHERS);
        return [`--${flag}`, ...(random() < 0.03 ? [] : [valueOf(flag)])];
      });
      const inits = command === 'measure' && random() < 0.8 ? ['--inits', tablePath()] : [];
      const parts = command === 'join' ? [oneOf(VALUES)] : [];
      const format = command === 'equilibria' ? [] : ['--format', 'json'];
      return [command, ...parts, ...inits, ...flags.flat(), '--out', NO_FILE, ...format];
    },

    /** A line that is right, with a file that was. */
    lineWithFile(name: string): readonly string[] {
      const [kind, original] = oneOf([
        ['--experiment', oneOf(SAVED)],
        ['--inits', TABLE],
        ['--game', Buffer.from(GAME)],
      ] as const);
      const path = folder.path(name);
      writeFileSync(path, damaged(original));
      const command = kind === '--inits' ? 'measure' : oneOf(['map', 'trace']);
      const words = [command, kind, path, '--engine', 'cpu'];
      return [...words, '--format', 'json', '--out', NO_FILE];
    },
  };
}
