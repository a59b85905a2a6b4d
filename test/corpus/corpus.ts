/**
 * Links and files of earlier versions, what they mean and which numbers they give. `links.json` and
 * `files/` are what people have; `experiments.json` is what they mean and never changes;
 * `numbers.json` is what they give, and `scripts/corpus.js` renews it where numbers were wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  experimentOf,
  fileOf,
  memberNumbersOf,
  numbersOf,
  queryOf,
  readSavedFile,
  readLink,
  standardOf,
  type Found,
  type Numbers,
  type Said,
} from './read.ts';

type Plain = Readonly<Record<string, unknown>>;

/** One link or file. */
export interface Entry {
  readonly name: string;
  /** Reads it anew by the present code. */
  read(): Found;
}

/** What an entry means. */
export interface Meaning extends Said {
  /** In the form of files. */
  readonly experiment: Plain;
  readonly other?: Plain;
  /** The queries of the gallery's members. */
  readonly members?: readonly string[];
}

/** What an entry gives. */
export interface Given extends Numbers {
  readonly other?: Numbers;
  /** The own measure of each of the gallery's members. */
  readonly members?: readonly string[];
}

/** What was written down, by the names of entries. */
export type Written<T> = Readonly<Record<string, T>>;

const pathOf = (name: string): URL => new URL(name, import.meta.url);

/** Every link and every file, in order. */
export function entries(): readonly Entry[] {
  const links = written<string>('links.json');
  const files = readdirSync(pathOf('files/'))
    .filter((name) => !name.startsWith('.'))
    .toSorted();
  return [
    ...Object.entries(links).map(([name, link]) => ({ name, read: () => readLink(link) })),
    ...files.map((file) => ({
      name: file,
      read: () => readSavedFile(file, new Uint8Array(readFileSync(pathOf(`files/${file}`)))),
    })),
  ];
}

/** What stands in one of the corpus's own files; nothing where there is no such file yet. */
export function written<T>(name: string): Written<T> {
  const path = pathOf(name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Written<T>) : {};
}

/** What was found, as it is written down. */
export function meaningOf({ experiment, other, members, said }: Found): Meaning {
  return {
    experiment: fileOf(experiment),
    ...(other && { other: fileOf(other) }),
    ...(members.length > 0 && { members: members.map(queryOf) }),
    ...said,
  };
}

/** The numbers that what was found gives. */
export async function givenBy({ experiment, other, members }: Found): Promise<Given> {
  const parts: string[] = [];
  for (const member of members) parts.push(await memberNumbersOf(member));
  return {
    ...(await numbersOf(experiment)),
    ...(other && { other: await numbersOf(other) }),
    ...(parts.length > 0 && { members: parts }),
  };
}

/**
 * What was found, its zoo cut down to the members that were there when it was written down, in
 * their order: a model that came later is none of them.
 * @throws Error where one of them is no longer there
 */
export function withWrittenMembers(found: Found, { members = [] }: Meaning): Found {
  const now = found.members.map((member) => JSON.stringify(fileOf(member)));
  return {
    ...found,
    members: members.map((query) => {
      const wanted = fileOf(experimentOf(query));
      const at = now.findIndex((text) => !experimentDifference(JSON.parse(text) as Plain, wanted));
      if (at < 0) throw new Error(`the zoo no longer shows ${query}`);
      return found.members[at]!;
    }),
  };
}

/**
 * The first difference between what an entry means and what was written down, in a line; undefined
 * where there is none. Members of the gallery are not looked at.
 */
export function meaningDifference(found: Meaning, expected: Meaning): string | undefined {
  const { experiment, other, members: _, ...said } = found;
  const { experiment: ownThen, other: otherThen, members: __, ...saidThen } = expected;
  return (
    experimentDifference(experiment, ownThen) ??
    within('other', experimentDifference(other, otherThen)) ??
    firstDifference(said, saidThen) ??
    firstDifference(saidThen, said)
  );
}

/**
 * The same for two experiments in the form of files. A choice that there was none of when the
 * second one was written down has to be what it is where nobody chooses.
 */
function experimentDifference(found?: Plain, expected?: Plain): string | undefined {
  if (!found || !expected) return found === expected ? undefined : firstDifference(found, expected);
  return (
    firstDifference(found, expected) ??
    firstDifference({ ...standardOf(found), ...expected }, found)
  );
}

/**
 * Where two plain values first differ, as a path and both; undefined where all that is in
 * `expected` is alike in `found`. Lists of numbers in texts are compared number by number.
 */
export function firstDifference(found: unknown, expected: unknown): string | undefined {
  if (typeof expected === 'object' && expected !== null) {
    const inside = typeof found === 'object' && found !== null ? (found as Plain) : undefined;
    if (!inside) return told(found, expected);
    if (Array.isArray(expected) && Array.isArray(found) && found.length !== expected.length) {
      return `: ${found.length} of them, expected ${expected.length}`;
    }
    for (const [key, value] of Object.entries(expected)) {
      const difference = firstDifference(inside[key], value);
      if (difference !== undefined) return within(key, difference);
    }
    return undefined;
  }
  if (Object.is(found, expected)) return undefined;
  if (typeof found !== 'string' || typeof expected !== 'string' || !expected.includes(' ')) {
    return told(found, expected);
  }
  const [now, then] = [found.split(' '), expected.split(' ')];
  const at = then.findIndex((word, i) => word !== now[i]);
  if (at < 0) return `: ${now.length} numbers, expected ${then.length}`;
  return within(`number ${at} of ${then.length}`, told(now[at], then[at]));
}

function told(found: unknown, expected: unknown): string {
  return `: ${JSON.stringify(found) ?? 'nothing'}, expected ${JSON.stringify(expected) ?? 'nothing'}`;
}

function within(key: string, difference: string | undefined): string | undefined {
  if (difference === undefined) return undefined;
  return difference.startsWith(':') ? `${key}${difference}` : `${key}, ${difference}`;
}
