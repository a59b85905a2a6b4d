import { later } from './en/later/index.ts';
import { textOf, type Arguments, type MessageId } from './messages.ts';

/** `t` for parts that are loaded when they are asked for, and bring their English with them. */
export function t<Id extends MessageId>(id: Id, ...values: Arguments<Id>): string {
  return textOf(id, later, values);
}
