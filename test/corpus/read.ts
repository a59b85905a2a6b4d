/**
 * How the corpus meets the code: the only file of it that imports from `src`. It reads links as the
 * page does and files as page and command line do, and measures what they hold on the cpu engine.
 */
import { toFile, type ExperimentFile } from '../../src/experiment/format/json.ts';
import type { Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { defaultExperiment, type Experiment } from '../../src/experiment/experiment.ts';
import { linkParameters } from '../../src/experiment/format/link.ts';
import { savedFrom, shapeFrom } from '../../src/experiment/format/saved.ts';
import { fromQuery, toQuery } from '../../src/experiment/format/url.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { readAddress } from '../../src/page/app/opening-state.ts';
import { pageParams } from '../../src/page/shell/address.ts';
import { embeddedPanes } from '../../src/page/app/embed.ts';
import { languageNow } from '../../src/page/app/language.ts';
import { variantSetOf } from '../../src/page/gallery/gallery-sweep.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { englishOf } from '../../src/models/message.ts';

/** An experiment, and what is beside it, in the code's own form. */
export interface Found {
  readonly experiment: Experiment;
  /** What it is compared with. */
  readonly other: Experiment | undefined;
  /** The variants that the gallery shows. */
  readonly members: readonly Experiment[];
  /** What is said beside experiments, as plain JSON. */
  readonly said: Said;
}

/** What a link or file says beside its experiments; keys without a value are absent. */
export interface Said {
  /** Which of two experiments is edited. */
  edited?: 'a' | 'b';
  /** The heads of the remarks on what could not be read: what it was, and what it got. */
  ignored?: readonly string[];
  /** What a link says about the page, by key. */
  own?: Readonly<Record<string, string>>;
  /** The panes of an embedded page. */
  panes?: string;
  language?: string;
  /** The size of a picture's map, and whether there are axes around it. */
  shape?: { readonly width: number; readonly height: number; readonly bare: boolean };
}

/** The numbers of one experiment: lists parted by spaces, each number with all its digits. */
export interface Numbers {
  /** All measures on the grid, by measure; outcomes as words. */
  readonly map: Readonly<Record<string, string>>;
  /** The experiment's own measure where it alone is computed, which is done in another way. */
  readonly own: string;
  /** The trajectory of each start at 0, T/2 and T. */
  readonly traces: readonly string[];
}

/** Odd both ways: a start lies in the middle of the slice, often at 0, and the last one is alone. */
const GRID = { width: 5, height: 3 };

/** The grid of each map in a gallery. */
const SMALL = { width: 3, height: 2 };

const SAMPLES = 3;

/** What stands for an own measure that is no other number than among all measures. */
const ALIKE = 'as on the map';

/** Where the page is opened; the address means nothing. */
const PAGE = 'https://example.org/ganfield/';

/**
 * Reads a link as the page does when it is opened.
 * @param link from its question mark
 */
export function readLink(link: string): Found {
  return openedAt(link, () => {
    const { state, ignored } = readAddress();
    const { experiment, comparison: compared } = state;
    const own = { ...pageParams(), ...comparisonParams() };
    const panes = embeddedPanes();
    const { zoo: param } = own;
    const variants = param && panes === undefined ? variantSetOf(experiment, param).variants : [];
    return {
      experiment,
      other: compared?.other,
      members: variants.map((member) => member.experiment),
      said: {
        ...(compared && { edited: compared.edited }),
        ...(ignored.length > 0 && {
          ignored: ignored.map((refusal) => headOf(englishOf(refusal))),
        }),
        ...(Object.keys(own).length > 0 && { own: { ...own } }),
        ...(panes !== undefined && { panes }),
        ...(own.lang !== undefined && { language: languageNow() }),
      },
    };
  });
}

/** What the address says of a comparison, by key. */
function comparisonParams(): Readonly<Record<string, string>> {
  const query = [...linkParameters(location.search)];
  return Object.fromEntries(query.filter(([key]) => key === 'with' || key === 'edits'));
}

/**
 * Reads a saved file as the page does when it is dropped there, and the command line for
 * `--experiment`.
 * @throws ChoiceError where no experiment is in it
 */
export function readSavedFile(name: string, bytes: Uint8Array): Found {
  const saved = savedFrom(name, bytes);
  const shape = shapeFrom(name, bytes);
  return {
    experiment: saved.experiment,
    other: saved.other,
    members: [],
    said: { ...(saved.other && { edited: saved.edited }), ...(shape && { shape }) },
  };
}

/** An experiment in the form of files: what is saved is the same whatever the code calls it. */
export function fileOf(experiment: Experiment): ExperimentFile {
  return JSON.parse(JSON.stringify(toFile(experiment))) as ExperimentFile;
}

/** What a file says of an experiment in which nobody chose anything but model and method. */
export function standardOf({ model, method }: ExperimentFile): ExperimentFile {
  return fileOf(defaultExperiment(String(model), String(method)));
}

/** The query that a link to this experiment holds. */
export const queryOf: (experiment: Experiment) => string = toQuery;

/** The experiment that a query without anything about the page holds. */
export function experimentOf(query: string): Experiment {
  return fromQuery(query).experiment;
}

/** The numbers that an experiment gives on the cpu engine. */
export async function numbersOf(experiment: Experiment): Promise<Numbers> {
  const ids = MEASURES.map(({ id }) => id);
  const all = await mapOf(cpuEngine, experiment, GRID, { measures: ids });
  const traces = await cpuEngine.trace(experiment, experiment.starts, SAMPLES);
  const own = await ownNumbersOf(experiment, GRID);
  return {
    map: Object.fromEntries(ids.map((id) => [id, columnText(all, id)])),
    own: own === columnText(all, measureOf(experiment)) ? ALIKE : own,
    traces: traces.map(({ samples }) => Array.from(samples, numberText).join(' ')),
  };
}

/** What the gallery computes of one of its members: the measure that it shows. */
export function memberNumbersOf(member: Experiment): Promise<string> {
  return ownNumbersOf(member, SMALL);
}

async function ownNumbersOf(experiment: Experiment, grid: typeof GRID): Promise<string> {
  const results = await mapOf(cpuEngine, experiment, grid);
  return columnText(results, measureOf(experiment));
}

function measureOf({ values }: Experiment): string {
  return String(values['measure']);
}

function columnText(results: Results, measure: string): string {
  const column = MEASURES.findIndex(({ id }) => id === measure);
  const values = Array.from(
    { length: results.length / MEASURES.length },
    (_, row) => results[row * MEASURES.length + column]!,
  );
  const text = (value: number) => (measure === 'outcome' ? OUTCOMES[value]! : numberText(value));
  return values.map(text).join(' ');
}

/** All digits, and the sign of 0: what is equal as text is equal bit for bit. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** What was refused, without what would have been right: that grows with the models. */
function headOf(remark: string): string {
  return remark.replace(/(, expected|; ).*$/s, '');
}

/** Reads while the page's address is this one. */
function openedAt<T>(link: string, read: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
  const value = new URL(link, PAGE);
  Object.defineProperty(globalThis, 'location', { value, configurable: true });
  try {
    return read();
  } finally {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else Reflect.deleteProperty(globalThis, 'location');
  }
}
