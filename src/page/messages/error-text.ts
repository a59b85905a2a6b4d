import { ChoiceError } from '../../experiment/refusal.ts';
import { GpuUnavailable } from '../../gpu/context.ts';
import { translate } from './messages.ts';

/** What went wrong, in the page's language where Ganfield says it, else in the browser's words. */
export function errorText(error: unknown): string {
  if (error instanceof ChoiceError) return translate(error.refusal);
  if (error instanceof GpuUnavailable) return translate(error.reason);
  return error instanceof Error ? error.message : String(error);
}
