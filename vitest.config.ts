import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

const GPU = ['test/gpu/**/*.test.ts', 'test/support/wgsl/*.test.ts'];
const PAGE = ['test/page/**/*.test.ts', 'test/support/browser.test.ts'];

const CLI = ['test/cli/**/*.test.ts', 'test/library/*.test.ts'];

/** Needs a Slurm of its own: `npm run test:slurm`. */
const SLURM = 'test/slurm/*.test.ts';

export default defineConfig(({ mode }) => {
  // What is heavy, and shows by many cases what others show by a few, runs in `--mode thorough` alone.
  const others = mode === 'thorough' ? '**/!(*.thorough).test.ts' : '**/*.thorough.test.ts';
  // After all files of the projects before it, so that only tests of one kind share the processor. Of
  // thorough ones a project has few and long files, and the last of each would leave a core idle.
  const after = (groupOrder: number) => (mode === 'thorough' ? {} : { sequence: { groupOrder } });
  return mergeConfig(vite, {
    test: {
      pool: 'forks', // The vm pools hang with Dawn.
      maxWorkers: 2,
      isolate: false,
      // No test waits for the clock; on a busy machine one may take long.
      testTimeout: 300_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 120_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.ts'],
            exclude: [...GPU, ...PAGE, ...CLI, SLURM, others],
          },
        },
        {
          extends: true,
          test: { name: 'gpu', include: GPU, exclude: [others], ...after(1) },
        },
        {
          extends: true,
          test: {
            name: 'page',
            include: PAGE,
            exclude: [others],
            globalSetup: 'test/support/serve.ts',
            ...after(2),
          },
        },
        {
          extends: true,
          test: {
            name: 'cli',
            include: mode === 'slurm' ? [SLURM] : CLI,
            exclude: [others],
            globalSetup: 'test/support/build-cli.ts',
            ...after(3),
          },
        },
      ],
    },
  });
});
