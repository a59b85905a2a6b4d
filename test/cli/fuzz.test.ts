import { afterAll, describe, test } from 'vitest';
import { temporaryFolder } from '../support/command.ts';
import { hostile } from '../support/hostile/lines.ts';
import { expectRefusals } from '../support/hostile/refusals.ts';
import { randomSource } from '../support/random.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const { line, lineWithFile } = hostile(randomSource(20_240_611), folder);

// With the links of test/experiment/hostile.test.ts 2,000. Windows has another shell, and other
// devices. `fuzz.thorough.test.ts` has many more of them.
describe.skipIf(process.platform === 'win32')('each is refused in one clear line', () => {
  test('200 command lines', () => {
    expectRefusals(folder, Array.from({ length: 200 }, line));
  });

  test('150 damaged files', () => {
    const lines = Array.from({ length: 150 }, (_, i) => lineWithFile(`${i}`));
    expectRefusals(folder, lines);
  });
});
