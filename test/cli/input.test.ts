import { execFileSync, spawn } from 'node:child_process';
import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { ganfield, jsonOf, temporaryFolder, type Finished } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** A heap that holds none of the files below. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=64' };

const TRACE = 'trace --engine cpu --samples 2 --experiment'.split(' ');
const MEASURE = 'measure --engine cpu --time 5 --measure outcome --inits'.split(' ');

const EXPERIMENT = '{"ganfield": 1, "model": "wgan-gp", "lambda": 0.37, "time": 5}';

/** A file of this content and then zeros up to 600 MB, which take no room on the disk. */
function huge(name: string, content: string): string {
  const path = folder.path(name);
  writeFileSync(path, content);
  truncateSync(path, 600 * 2 ** 20);
  return path;
}

function expectRefusal({ code, stdout, stderr }: Finished, says: RegExp): void {
  expect(stderr).toMatch(/^ganfield: [^\p{Cc}]{1,300}\n$/u);
  expect(stderr).toMatch(says);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}

describe('600 MB in a heap of 64 MB are a line', () => {
  test.each([
    ['zeros', '', /huge is neither JSON, PNG nor SVG/],
    ['a list', '['.repeat(5000), /huge has more than 4194304 bytes/],
    ['an object', '{"a": 1, ', /huge has more than 4194304 bytes, expected a shorter file/],
    ['a picture', '\u0089PNG\r\n\u001A\n', /huge carries none, expected a picture/],
  ])('as an experiment: %s', async (_, content, says) => {
    const path = folder.path('huge');
    writeFileSync(path, content, 'latin1');
    truncateSync(path, 600 * 2 ** 20);
    expectRefusal(await ganfield([...TRACE, path], { environment: SMALL_HEAP }), says);
  });

  test.each([
    ['zeros', '', /line 1 of \S+huge.*, expected at most 1048576 characters/],
    ['states and then zeros', '1,2,3,4\n'.repeat(1000), /line 1001 of /],
  ])('as initial conditions: %s', async (_, content, says) => {
    const path = huge('huge', content);
    expectRefusal(await ganfield([...MEASURE, path], { environment: SMALL_HEAP }), says);
  });

  test('results of any length carry their experiment', async () => {
    const path = huge('results.json', `{"experiment": ${EXPERIMENT}, "rows": [`);
    const { experiment } = await jsonOf<{ experiment: unknown }>([...TRACE, path], {
      environment: SMALL_HEAP,
    });
    expect(experiment).toMatchObject({ model: 'wgan-gp', lambda: 0.37 });
  });
});

describe.skipIf(!existsSync('/dev/zero'))('what has no end ends at the bound', () => {
  test('as an experiment', async () => {
    expectRefusal(await ganfield([...TRACE, '/dev/zero']), /\/dev\/zero is neither JSON/);
  });

  test('as initial conditions', async () => {
    expectRefusal(await ganfield([...MEASURE, '/dev/zero']), /line 1 of \/dev\/zero: /);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe is read once', () => {
  /** Runs a command that reads a named pipe into which `content` is written in two pieces. */
  async function piped(words: readonly string[], content: string): Promise<Finished> {
    const pipe = folder.path(`pipe-${words[0]}`);
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'head -c 3; sleep 0.1; cat'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    writer.stdin.end(content);
    const sink = spawn('sh', ['-c', 'cat > "$0"', pipe], { stdio: ['pipe', 'inherit', 'inherit'] });
    writer.stdout.pipe(sink.stdin);
    return ganfield([...words, pipe]);
  }

  test('by map, which takes experiment and shape from it', async () => {
    const words = 'map --engine cpu --size 2 --measure outcome --format json --experiment';
    const { stdout } = await piped(words.split(' '), EXPERIMENT);
    expect(JSON.parse(stdout)).toMatchObject({ experiment: { model: 'wgan-gp', lambda: 0.37 } });
  });

  test('by measure', async () => {
    const { stdout } = await piped(MEASURE, '0,0,1,0\r\n1,2,3,4\r\n');
    expect((JSON.parse(stdout) as { rows: unknown[] }).rows).toHaveLength(2);
  });

  test('an empty one says so', async () => {
    expectRefusal(await piped(['trace', '--experiment'], ''), /pipe-trace is empty, expected/);
  });
});

test('a folder, and what may not be read', async () => {
  expectRefusal(await ganfield([...TRACE, ROOT]), /unreadable experiment: .*directory/);
  expectRefusal(await ganfield([...MEASURE, join(ROOT, 'src')]), /unreadable inits: .*directory/);
});
