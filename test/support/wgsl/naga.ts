/** Compiles WGSL with two implementations: Dawn (Chrome, Edge) and, in Deno, naga (Firefox). */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../scripts/paths.js';
import { softwareVulkanVariables } from '../../../scripts/vulkan.js';
import { compile, type ShaderError, type ShaderSource } from './compile.ts';
import { getValidatingDevice } from './dawn.ts';

export type { ShaderError, ShaderSource } from './compile.ts';

/** What Dawn finds wrong with the sources; empty when nothing is. */
export async function compileWithDawn(sources: readonly ShaderSource[]): Promise<ShaderError[]> {
  return compile(await getValidatingDevice(), sources);
}

/** What naga finds wrong with the sources; empty when nothing is. One process for all of them. */
export async function compileWithNaga(sources: readonly ShaderSource[]): Promise<ShaderError[]> {
  const script = fileURLToPath(new URL('naga.deno.ts', import.meta.url));
  const flags = ['--quiet', '--no-config', '--no-lock', '--no-remote', '--no-npm', '--no-check'];
  const deno = spawn(denoExecutable(), ['run', '--unstable-webgpu', ...flags, script], {
    env: {
      ...process.env,
      ...(await softwareVulkanVariables()),
      DENO_DIR: join(ROOT, 'node_modules', '.cache', 'ganfield', 'deno'),
      DENO_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1',
    },
  });
  deno.stdin.end(JSON.stringify(sources));
  const [output, remarks, status] = await Promise.all([
    text(deno.stdout),
    text(deno.stderr),
    new Promise<number | null>((resolve, reject) => {
      deno.once('error', reject).once('close', resolve);
    }),
  ]);
  if (status !== 0) throw new Error(`naga: Deno failed: ${remarks.trim()}`);
  return JSON.parse(output) as ShaderError[];
}

/** Deno's binary, past the package's launcher, which would copy it on its first run. */
function denoExecutable(): string {
  const { platform, arch } = process;
  const target = `${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`;
  const file = platform === 'win32' ? 'deno.exe' : 'deno';
  return createRequire(import.meta.url).resolve(`@deno/${target}/${file}`);
}
