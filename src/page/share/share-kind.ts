import type { MessageKey } from '../messages/messages.ts';
import { t } from '../messages/later.ts';
import { download } from '../ui/download.ts';

/** One kind of thing that can be shared, as the dialog shows it. */
export interface ShareKind {
  readonly id: 'picture' | 'figure' | 'traces' | 'video' | 'link';
  readonly fields: readonly HTMLElement[];
  readonly actions: readonly ShareAction[];
  /** Updates the fields when the dialog opens. */
  refresh?(): void;
  /** Shows what follows from the choices, at opening and after each of them. */
  follow?(data: FormData): void;
}

/** A button in the dialog's footer. */
export interface ShareAction {
  readonly label: string;
  readonly main?: true;
  /** @returns what is done, for the dialog, which stays open */
  run(running: ShareRun): Promise<string>;
}

export interface ShareRun {
  readonly data: FormData;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What is being done. */
export type Stage = MessageKey<'share.stages'>;

/** Reports what is being done, and the fraction of it that is; undefined where that is not known. */
export type Progress = (stage: Stage, fraction?: number) => void;

/** Downloads a file, and says so. */
export function savedFile(blob: Blob, name: string): string {
  download(blob, name);
  return t('share.saved', { name });
}
