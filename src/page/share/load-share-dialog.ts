import type { Theme } from '../../figure/colour/theme.ts';
import type { ShareDependencies } from './share-dialog.ts';

/** The way to the share dialog, whose code is loaded when somebody takes it. */
export function lazyShareDialog(
  dependencies: ShareDependencies,
): (background: Theme) => Promise<void> {
  let loading: Promise<(background: Theme) => void> | undefined;
  return async (background) => {
    loading ??= import('./share-dialog.ts').then(({ shareDialog }) => shareDialog(dependencies));
    (await loading)(background);
  };
}
