import * as v from 'valibot';
import { fromComparisonFile, type Comparison } from '../comparison.ts';
import type { Experiment } from '../experiment.ts';
import { LONGEST_TEXT, parseJson, parseLeadingExperiment } from './bounded-json.ts';
import { fromFile } from './json.ts';
import type { GameCompiler } from './read-game.ts';
import { isPng, PNG_KEYWORD, textOfPng } from './png.ts';
import { isPdf, textOfPdf } from './pdf-metadata.ts';
import { isSvg, metadataOfSvg } from './svg-metadata.ts';
import { fill, type MessageValue, type Template } from '../../models/message.ts';
import { EXPECTED, GOT, invalid, NOUNS, oneLine, REMEDIES } from '../refusal.ts';

/** Bytes of a picture that are looked at; Ganfield's carry their experiment at their beginning. */
const LONGEST_PICTURE = 256 * 2 ** 20;

/** Pixels along a side: SwiftShader's and most cards' largest texture is this large. */
export const MAX_SIDE = 16_384;

/** The PNG text chunk in which a picture of a map carries its `PictureShape`, as JSON. */
export const SHAPE_KEYWORD = 'ganfield-picture';

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SIDE));
const shape = v.strictObject({ width: side, height: side, bare: v.boolean() });

/** How a map's picture was made, beside its experiment: the pixels of its pane, and what is around. */
export type PictureShape = Readonly<v.InferOutput<typeof shape>>;

/** How many bytes of a file the functions below look at: its first eight tell what it is. */
export function bytesToRead(beginning: Uint8Array): number {
  return isPng(beginning) || isPdf(beginning) ? LONGEST_PICTURE : LONGEST_TEXT + 1;
}

/** The content of a file: an experiment, or a comparison. */
export type Saved = { readonly experiment: Experiment; readonly other?: undefined } | Comparison;

/**
 * The experiment in a file that Ganfield saved: an experiment's own JSON, the JSON of a trajectory,
 * measure or map, a picture, or a figure of trajectories; of a comparison the edited one.
 * @param name the file's, for the message
 * @param bytes the file, or as many of it as `bytesToRead` says
 * @throws ChoiceError where there is none in it
 */
export function experimentFrom(
  name: string,
  bytes: Uint8Array,
  compile?: GameCompiler,
): Experiment {
  return savedFrom(name, bytes, compile).experiment;
}

/**
 * The same, with all of a comparison.
 * @throws ChoiceError where there is no experiment in it
 */
export function savedFrom(name: string, bytes: Uint8Array, compile?: GameCompiler): Saved {
  const file = parsed(name, bytes);
  if (!isOutput(file)) return { experiment: fromFile(file, compile) };
  return 'with' in file
    ? fromComparisonFile(file, compile)
    : { experiment: fromFile(file['experiment'], compile) };
}

/**
 * The shape that a picture of a map carries; undefined for any other file.
 * @param name the file's, for the message
 * @throws ChoiceError where it is none that can be drawn
 */
export function shapeFrom(name: string, bytes: Uint8Array): PictureShape | undefined {
  const text = isPng(bytes) ? pngText(name, bytes, SHAPE_KEYWORD) : undefined;
  if (text === undefined) return undefined;
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  if (result.success) return result.output;
  throw invalid({
    what: NOUNS.picture,
    got: fill(GOT.shape, { name, shape: oneLine(text) }),
    expected: fill(EXPECTED.shape, { most: String(MAX_SIDE) }),
  });
}

/** The plain object that a file is or carries. @throws ChoiceError where there is none */
function parsed(name: string, bytes: Uint8Array): unknown {
  const content =
    isPng(bytes) || isPdf(bytes)
      ? undefined
      : new TextDecoder().decode(bytes.subarray(0, LONGEST_TEXT));
  if (content !== undefined && !isSvg(content)) {
    return bytes.length > LONGEST_TEXT ? parsedHead(name, content) : parsedText(name, content);
  }
  const carried = carriedBy(name, bytes, content);
  if (carried === undefined) {
    throw invalid({
      what: NOUNS.experiment,
      got: fill(GOT.noExperiment, { name }),
      expected: EXPECTED.savedPicture,
      remedy: REMEDIES.savedAnew,
    });
  }
  return parsedJson(carried, name, GOT.damagedJson);
}

/** What a picture carries. @param svg its text where it is one */
function carriedBy(name: string, bytes: Uint8Array, svg: string | undefined): string | undefined {
  if (svg !== undefined) return metadataOfSvg(svg);
  return isPdf(bytes) ? textOfPdf(bytes) : pngText(name, bytes, PNG_KEYWORD);
}

/** Of a file that is too long to be parsed whole. */
function parsedHead(name: string, content: string): unknown {
  if (!/^\s*[{[]/.test(content)) return parsedText(name, content);
  const file = attempt(() => parseLeadingExperiment(content), name, GOT.damagedFile);
  if (file) return file;
  throw invalid({
    what: NOUNS.experiment,
    got: fill(GOT.longer, { name, most: String(LONGEST_TEXT) }),
    expected: EXPECTED.leading,
  });
}

function parsedText(name: string, content: string): unknown {
  if (/^\s*[{[]/.test(content)) return parsedJson(content, name, GOT.damagedFile);
  throw invalid({
    what: NOUNS.experiment,
    got: fill(content.trim() === '' ? GOT.empty : GOT.otherFormat, { name }),
    expected: EXPECTED.savedFile,
  });
}

function parsedJson(text: string, name: string, damaged: Template<'name' | 'reason'>): unknown {
  return attempt(() => parseJson(text), name, damaged);
}

/** @param damaged what to say of text that is no JSON */
function attempt(
  parse: () => unknown,
  name: string,
  damaged: Template<'name' | 'reason'>,
): unknown {
  try {
    return parse();
  } catch (error) {
    throw invalid({
      what: NOUNS.experiment,
      got: fill(damaged, { name, reason: reasonOf(error) }),
      expected: EXPECTED.asSaved,
    });
  }
}

function pngText(name: string, bytes: Uint8Array, keyword: string): string | undefined {
  try {
    return textOfPng(bytes, keyword);
  } catch (error) {
    throw invalid({
      what: NOUNS.picture,
      got: fill(GOT.damagedText, { name, reason: reasonOf(error) }),
      expected: EXPECTED.asSaved,
    });
  }
}

function reasonOf(error: unknown): MessageValue {
  return oneLine(error instanceof Error ? error.message : 'unknown reason', 120);
}

function isOutput(file: unknown): file is Readonly<Record<string, unknown>> {
  return typeof file === 'object' && file !== null && 'experiment' in file;
}
