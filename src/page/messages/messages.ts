import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { formatNumber } from '../../figure/text/number.ts';
import {
  englishOf,
  spellNumber,
  type Message,
  type MessageValue,
  type MessageValues,
} from '../../models/message.ts';
import { declared } from './en/declared.ts';
import { english } from './en/index.ts';
import type { later } from './en/later/index.ts';

type EnglishMessages = typeof english & typeof later;

export type MessageId = keyof EnglishMessages;

/** What the page can say at once; other texts come with their parts. */
type InitialId = keyof typeof english;

/** Texts by their ids; of another language than English all of them. */
type Texts = Readonly<Record<InitialId, string> & Partial<Record<MessageId, string>>>;

/** The last parts of the ids that begin alike: `MessageKey<'keys.slider'>`. */
export type MessageKey<Prefix extends string> = MessageId extends infer Id
  ? Id extends `${Prefix}.${infer Key}`
    ? Key
    : never
  : never;

/** All that the page says in one language. */
export interface Catalogue {
  /** The page's own texts: ICU messages by their ids. */
  readonly messages: Texts;
  /**
   * ICU messages of what models, methods, measures, presets and the like declare, by the ids of
   * their declarations. What is not here is said in the English of its declaration.
   */
  readonly declared: Readonly<Record<string, string>>;
}

/** What an ICU message takes, by the names in its text: a number where it has a plural of it. */
type ValuesOf<Id extends MessageId> = GetICUArgs<
  EnglishMessages[Id],
  { ICUArgument: string | number; ICUNumberArgument: number }
>;

export type Arguments<Id extends MessageId> = [keyof ValuesOf<Id>] extends [never]
  ? []
  : [values: ValuesOf<Id>];

/** Set once, before the page is built; a page in another language is loaded anew. */
let current = localeOf('en', { messages: english, declared });

/** @param tag of the language, as in the attribute `lang` of a document */
export function setLocale(tag: string, catalogue: Catalogue): void {
  current = localeOf(tag, catalogue);
}

/** The tag of the page's language. */
export function locale(): string {
  return current.tag;
}

function localeOf(tag: string, catalogue: Catalogue) {
  return { tag, ...catalogue, formats: new Map<string, IntlMessageFormat>() };
}

/** A text of the page: `t('notices.opened', { file })`. */
export function t<Id extends InitialId>(id: Id, ...values: Arguments<Id>): string {
  return textOf(id, english, values);
}

/** A text in the page's language, or what `texts` have in English. */
export function textOf<Id extends MessageId>(
  id: Id,
  texts: Partial<Record<MessageId, string>>,
  [values]: Arguments<Id>,
): string {
  return format(id, current.messages[id] ?? texts[id]!, values as IcuValues | undefined);
}

/** A text that is declared outside the page, in the page's language. */
export function translate(message: Message): string {
  const values = spell(message.values);
  const text = current.declared[message.id];
  return text === undefined ? englishOf({ ...message, values }) : format(message.id, text, values);
}

/** `a, b, c` as the language parts what it lists. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(current.tag, { type: 'conjunction', style: 'narrow' }).format(items);
}

function format(id: string, text: string, values?: IcuValues): string {
  let known = current.formats.get(id);
  if (!known) {
    known = new IntlMessageFormat(text, current.tag, undefined, OPTIONS);
    current.formats.set(id, known);
  }
  return String(known.format(values));
}

type IcuValues = Readonly<Record<string, string | number>>;

/** The plural rules are the language's; numbers are written as everywhere else in Ganfield. */
const FORMATTERS: Formatters = {
  getNumberFormat: () => ({ format: formatNumber }) as Intl.NumberFormat,
  getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  getPluralRules: (...options) => new Intl.PluralRules(...options),
};

/** Texts are plain: `<` is the sign of an inequality, not the beginning of a tag. */
const OPTIONS = { ignoreTag: true, formatters: FORMATTERS };

function spell(values: MessageValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, spellValue(value)]),
  );
}

function spellValue(value: MessageValue): string {
  if (typeof value === 'object') return translate(value);
  return typeof value === 'number' ? spellNumber(value) : value;
}
