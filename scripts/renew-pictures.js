/** `npm run pictures:renew`: keeps what is drawn now as what the tests expect (test/pictures). */
import { spawnSync } from 'node:child_process';
import { ROOT } from './paths.js';

const { status } = spawnSync('npx --no-install vitest run pictures.test', {
  cwd: ROOT,
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, RENEW_PICTURES: '1' },
});
process.exitCode = status ?? 1;
