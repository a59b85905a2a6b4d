import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'ganfield-setup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without a network setup fails, and says why', () => {
  copyFileSync(join(ROOT, '.npmrc'), join(folder, '.npmrc'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'a', version: '1.0.0', dependencies: { 'lil-gui': '0.21.0' } }),
  );
  const setup = pathToFileURL(join(ROOT, 'scripts', 'setup.js')).href;
  const code = `import { installPackages } from ${JSON.stringify(setup)};
    console.log(await installPackages(${JSON.stringify(folder)}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // Nobody listens at port 9, and the cache is empty.
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(folder, 'cache'),
    },
  });
  expect(stdout.trim()).toBe('false');
  expect(stderr).toContain('setup: packages are missing; npm install needs a network');
});
