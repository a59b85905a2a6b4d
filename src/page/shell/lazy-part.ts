import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/messages.ts';
import { ChunkFailure } from './load-chunk.ts';
import type { Notices } from './notices.ts';

/** The notices' topic of code that did not load. */
const TOPIC = 'chunk';

/** Says what failed: one sentence where code did not load, else that the page failed, and why. */
export function notifyFailure(notices: Notices, error: unknown): void {
  if (error instanceof ChunkFailure) notices.notify(TOPIC, error.message);
  else notices.notify('failure', t('notices.failed', { reason: errorText(error) }));
}

/**
 * A part of the page whose code is loaded when it is first asked for, and built once. A failure is
 * said in a notice, and tried again the next time.
 * @returns what loads it: the part, or undefined where it failed
 */
export function lazyPart<T>(
  notices: Notices,
  build: () => Promise<T>,
): () => Promise<T | undefined> {
  let loading: Promise<T> | undefined;
  return async () => {
    loading ??= build();
    try {
      const part = await loading;
      notices.notify(TOPIC, '');
      return part;
    } catch (error) {
      loading = undefined;
      notifyFailure(notices, error);
      return undefined;
    }
  };
}
