import type { Notices } from './notices.ts';
import { words } from './words/words.ts';

/** Copies a text and says so; where that is refused the text itself is told, to be copied by hand. */
export async function copyText(text: string, said: string, notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.say('copy', said, true);
  } catch {
    // Refused, or no secure context.
    notices.say('copy', words().notices.copyRefused(text));
  }
}
