import { outputOf } from '../../support/command.ts';

/** A small map to submit. */
export const MAP =
  '--model wgan-gp --x lambda=0:2 --size 32 --time 4 --engine cpu --measure outcome'.split(' ');

/** What `submit` prints. */
export function submit(engineOf: string, out: string, ...more: readonly string[]): Promise<string> {
  return outputOf(['submit', ...MAP, '--engine-of', engineOf, '--out', out, ...more]);
}
