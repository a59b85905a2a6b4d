import {
  declareMessages,
  englishOf,
  fill,
  type Message,
  type MessageValue,
} from '../models/message.ts';

/** An invalid choice: one line with what, got, expected and remedy. */
export class ChoiceError extends Error {
  override readonly name = 'ChoiceError';
  /** Its values are `what`, `got`, `expected` and `remedy` where the refusal has them. */
  readonly refusal: Message;

  constructor(refusal: Message) {
    super(englishOf(refusal));
    this.refusal = refusal;
  }
}

/** Why a choice is refused. */
export interface Refusal {
  /** What was chosen: a key as links, flags and files have it, or one of `NOUNS`. */
  readonly what: string | Message;
  /** What somebody wrote, as `oneLine` writes it. */
  readonly got: MessageValue;
  readonly expected: Message;
  /** What to do about it. */
  readonly remedy?: Message | undefined;
}

export const REFUSALS = declareMessages('refusal', {
  invalid: 'invalid {what}: {got}, expected {expected}',
  invalidWithRemedy: 'invalid {what}: {got}, expected {expected}; {remedy}',
  unknown: 'unknown {what}: {got}, expected {expected}',
  unknownParameter: 'unknown parameter: {got}; {model} with {method} has {expected}',
  /** Of the other experiment in a link. */
  ofOther: 'with: {refusal}',
});

/** A key; in a language without spaces between words it needs one after it. */
export const KEY = declareMessages('refusal', { key: '{key}' });

export const NOUNS = declareMessages('refusal.noun', {
  model: 'model',
  method: 'method',
  slice: 'slice',
  plane: 'plane',
  time: 'time',
  link: 'link',
  experiment: 'experiment',
  picture: 'picture',
  comparison: 'comparison',
});

/** What was got, where that is not what somebody wrote. */
export const GOT = declareMessages('refusal.got', {
  nothing: '(empty)',
  sameComponent: 'x and y are both {component}',
  sameEnds: 'from {from} to {to}',
  characters: '{count} characters',
  bytes: '{name} has {count} bytes',
  noExperiment: '{name} carries none',
  empty: '{name} is empty',
  otherFormat: '{name} is neither JSON, PNG nor SVG',
  damagedFile: '{name} is damaged JSON ({reason})',
  damagedJson: '{name} carries damaged JSON ({reason})',
  damagedText: '{name} carries text that is damaged ({reason})',
  longer: '{name} has more than {most} bytes',
  notObject: 'not an object',
  noCompiler: 'what compiles it did not load',
  version: 'version {version}',
  edits: 'edits {edits}',
  shape: '{name} carries the shape {shape}',
  line: 'line {line} of {name}: {text}',
});

export const EXPECTED = declareMessages('refusal.expected', {
  oneOf: 'one of {options}',
  trueOrFalse: 'true or false',
  number: 'a number from {min} to {max}',
  wholeNumber: 'a whole number from {min} to {max}',
  axis: 'component=min:max as in theta1=-2:2, with one of {components}, min < max by 1e-9 at least, both within ±{most}',
  parameterAxis:
    '{name}=min:max or {name}=min:max:log, with min < max, both from {min} to {max}, and min above 0 for log',
  axisTarget:
    'TARGET=min:max as in theta1=-2:2, or with :log at its end, where TARGET is one of {targets} (of {model} by {method})',
  ensemble:
    'a whole number of starts from 1 to {most} and their box, as in 16;phi1:-2:2,theta1:-2:2, with each of {components} once at most',
  range: 'low:high with low < high, as in -2:2',
  share: 'a share of the horizon above 0 and at most 1, as in 0.25',
  colours: 'a measure and the ends of its colours, low < high, as in {example}',
  measure: 'one of {measures}; of an ensemble one of {statistics}',
  box: 'components with their ranges, as in phi1=-2:2,theta1=-2:2, with each of {components} once at most',
  componentValue: 'component=number with {components}',
  states: 'up to {most} states',
  state: 'four numbers {components} within ±{most}',
  twoComponents: 'two components',
  twoTargets: 'two components or parameters',
  twoValues: 'two values',
  fourSteps: 'at least four steps of {step}',
  atMost: 'at most {most}',
  leading: 'a shorter file, or one that begins with its experiment as Ganfield writes it',
  saved: 'one that Ganfield saved',
  savedFile: 'a file that Ganfield saved',
  savedPicture: 'a picture that Ganfield saved',
  asSaved: 'the file as Ganfield saved it',
  version: '"ganfield": {version}',
  versionOrOlder: '{version} or older',
  edits: '"a" or "b", as in a file that Ganfield saved',
  compiler: 'a connection when the first game is opened',
  shape:
    'width and height from 1 to {most}, and bare true or false, as in a picture that Ganfield saved',
});

export const REMEDIES = declareMessages('refusal.remedy', {
  write: 'write {text}',
  writeEither: 'write {one} or {other}',
  noSeparators: 'write one number, without separators between thousands',
  longerOrFiner: 'take a longer time or a smaller step',
  update: 'a newer Ganfield made it: update this one',
  savedAnew: 'a program that saved it anew may have dropped it',
});

export function invalid({ what, got, expected, remedy }: Refusal): ChoiceError {
  const values = { what: nounOf(what), got, expected };
  return new ChoiceError(
    remedy
      ? fill(REFUSALS.invalidWithRemedy, { ...values, remedy })
      : fill(REFUSALS.invalid, values),
  );
}

/** Of something that has to be one of a few and is none. */
export function unknown({ what, got, expected }: Refusal): ChoiceError {
  return new ChoiceError(fill(REFUSALS.unknown, { what: nounOf(what), got, expected }));
}

function nounOf(what: string | Message): Message {
  return typeof what === 'string' ? fill(KEY.key, { key: what }) : what;
}

/**
 * What somebody wrote, in one short line, however long or odd it is.
 * @param longest characters of it that are kept
 */
export function oneLine(value: unknown, longest = 60): MessageValue {
  const text = textOf(value).replaceAll(/[\s\p{Cc}]+/gu, ' ');
  if (text === '') return GOT.nothing;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // Cyclic, or of a kind that JSON does not have.
    return typeof value;
  }
}
