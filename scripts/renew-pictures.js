/** `npm run pictures:renew`: keeps what is drawn now as what the tests expect (test/pictures). */
import { spawnSync } from 'node:child_process';
import { ROOT } from './paths.js';

for (const which of ['pictures.test', 'pictures.thorough.test --mode thorough']) {
  const { status } = spawnSync(`npx --no-install vitest run ${which}`, {
    cwd: ROOT,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, RENEW_PICTURES: '1' },
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
