import type { Notices } from './notices.ts';
import { t } from '../messages/messages.ts';

/** Copies a text and notifies; where the browser refuses, the notice shows the text itself. */
export async function copyText(text: string, said: string, notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.notify('copy', said, true);
  } catch (error) {
    // Refused, or no secure context, where there is no clipboard at all.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    notices.notify('copy', t('notices.copyRefused', { text }));
  }
}
