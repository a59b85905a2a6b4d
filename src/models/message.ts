/**
 * A text for people. The command line writes its English (`englishOf`); the page looks its id up in
 * the catalogue of the page's language and puts the same values into what it finds there.
 */
export interface Message {
  /** Follows from where the text is declared: `model.wgan-gp.theory.circle`. */
  readonly id: string;
  /** English. `{name}` stands for the value of this name. */
  readonly text: string;
  readonly values: MessageValues;
}

/** A number is written by `spellNumber`; a message in a message is translated like the whole. */
export type MessageValue = string | number | Message;

export type MessageValues = Readonly<Record<string, MessageValue>>;

/** A text whose values are not known yet: no message before `fill` has put them in. */
export interface Template<Name extends string = string> {
  readonly id: string;
  readonly text: string;
  /** What stands in braces in the text. */
  readonly names: readonly Name[];
}

/** Texts that are declared together, by the last part of their ids. */
export type Messages = Readonly<Record<string, Message | Template>>;

/** The names in braces in a text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Declared<Text extends string> = [NamesIn<Text>] extends [never]
  ? Message
  : Template<NamesIn<Text>>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** A text that is the same in every language, such as `λ = 0.5`. */
export function literal(text: string): Message {
  return { id: '', text: '{text}', values: { text } };
}

/** One text without values. */
export function message(id: string, text: string): Message {
  return { id, text, values: {} };
}

/**
 * Declares texts: `{ circle: 'ends on a circle of radius {radius}' }` at `model.wgan-gp.theory` has
 * the id `model.wgan-gp.theory.circle`. What has nothing in braces is a `Message` already, anything
 * else a `Template` to be filled.
 */
export function declareMessages<const Texts extends Readonly<Record<string, string>>>(
  place: string,
  texts: Texts,
): { readonly [Key in keyof Texts]: Declared<Texts[Key]> } {
  const entries = Object.entries(texts).map(([key, text]) => {
    const names = Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name!);
    const id = `${place}.${key}`;
    return [key, names.length === 0 ? message(id, text) : { id, text, names }];
  });
  return Object.fromEntries(entries) as { readonly [Key in keyof Texts]: Declared<Texts[Key]> };
}

/** The message of a template; the compiler asks for every value that its text names. */
export function fill<Name extends string>(
  { id, text }: Template<Name>,
  values: Readonly<Record<Name, MessageValue>>,
): Message {
  return { id, text, values };
}

/** The message in English. */
export function englishOf({ id, text, values }: Message): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`missing value: ${name} of message ${id}`);
    if (typeof value === 'object') return englishOf(value);
    return typeof value === 'number' ? spellNumber(value) : value;
  });
}

/** At most six digits, with a real minus sign. */
export function spellNumber(value: number): string {
  return String(Number(value.toPrecision(6))).replaceAll('-', '−');
}
