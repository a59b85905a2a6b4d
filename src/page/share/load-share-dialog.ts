import type { Theme } from '../../figure/colour/theme.ts';
import type { Sharing } from './share-dialog.ts';

/** The way to the share dialog, whose code is loaded when somebody takes it. */
export function shareDoor(sharing: Sharing): (paper: Theme) => Promise<void> {
  let loading: Promise<(paper: Theme) => void> | undefined;
  return async (paper) => {
    loading ??= import('./share-dialog.ts').then(({ shareDialog }) => shareDialog(sharing));
    (await loading)(paper);
  };
}
