import { PAPER_GAMES } from '../../game/papers.ts';
import { MEASURE_DOCS } from '../../measures/docs.ts';
import { MEASURES } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { METHODS } from '../../methods/index.ts';
import { MODELS } from '../../models/index.ts';
import { MODIFIERS } from '../../models/modifiers.ts';
import type { Parameter } from '../../models/parameter.ts';
import { RUN } from '../../experiment/parameters.ts';
import type { OutputFlags } from '../flags.ts';
import { writeWhole } from '../output.ts';
import { table } from '../formats/table.ts';

/** `ganfield models`: all that can be chosen. */
export async function runModels({ format, out }: OutputFlags): Promise<void> {
  await writeWhole(out, (write) => write(format === 'json' ? asJson() : asTable()));
}

function asJson(): string {
  const lists = {
    models: MODELS.map(({ id, title, source, parameters }) => ({ id, title, source, parameters })),
    games: PAPER_GAMES.map(({ id, game, see }) => ({ id, ...game, see })),
    methods: METHODS.map(({ id, title, kind, source, doc, parameters }) => ({
      id,
      title,
      kind,
      source,
      doc,
      parameters,
    })),
    measures: MEASURES.map(({ id, title, symbol, unit }) => ({
      id,
      title,
      symbol,
      unit,
      doc: MEASURE_DOCS[id],
      ...(id === 'outcome' && { values: OUTCOMES }),
    })),
    modifiers: MODIFIERS,
    run: RUN,
  };
  return `${JSON.stringify(lists, null, 2)}\n`;
}

function asTable(): string {
  const owned = (
    list: readonly { id: string; title: string; parameters: readonly Parameter[] }[],
  ) =>
    table(
      list.flatMap(({ id, title, parameters }) => [
        [id, title],
        ...parameters.map((parameter) => rowOf(parameter, '  ')),
      ]),
    );
  const sections: readonly (readonly [string, string])[] = [
    ['Models (--model)', owned(MODELS)],
    [
      'Games of papers (--game)',
      table(PAPER_GAMES.map(({ id, game }) => [id, `${game.title}, ${game.source}`])),
    ],
    ['Methods (--method)', owned(METHODS)],
    [
      'Regularisation and training options of any model',
      table(MODIFIERS.map((parameter) => rowOf(parameter))),
    ],
    ['Horizon and tolerance', table(RUN.map((parameter) => rowOf(parameter)))],
    [
      'Measures (--measure)',
      table(MEASURES.map(({ id, title, symbol }) => [id, `${title}, ${symbol}`])),
    ],
    ['Outcomes, by their codes in .npy', table(OUTCOMES.map((word, code) => [word, String(code)]))],
  ];
  const text = sections.map(([title, rows]) => `${title}\n${rows}`).join('\n\n');
  return `${text}\n\nParameters are set with --set name=value; --format json tells what each one does.\n`;
}

function rowOf(parameter: Parameter, indent = ''): readonly string[] {
  return [`${indent}${parameter.name}`, `${String(parameter.default)}   ${rangeOf(parameter)}`];
}

function rangeOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  if (parameter.kind === 'boolean') return 'true, false';
  return `${parameter.min} to ${parameter.max}`;
}
