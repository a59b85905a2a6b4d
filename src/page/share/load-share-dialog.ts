import type { Theme } from '../../figure/colour/theme.ts';
import type { ShareDependencies } from './share-dialog.ts';

/** Opens the share dialog; its code is loaded at the first opening. */
export function lazyShareDialog(
  dependencies: ShareDependencies,
): (background: Theme) => Promise<void> {
  let loading: Promise<(background: Theme) => void> | undefined;
  return async (background) => {
    loading ??= import('./share-dialog.ts').then(({ shareDialog }) => shareDialog(dependencies));
    (await loading)(background);
  };
}
