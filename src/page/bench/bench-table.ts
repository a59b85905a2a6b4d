import type { BenchTable, Column } from '../../bench/tables.ts';
import { element } from '../ui/dom.ts';
import { t } from '../messages/later.ts';

/** Columns that hold names; all others are numbers. */
const NAMES: readonly Column[] = ['model', 'method', 'engine'];

/** One table of a report, which scrolls by itself where the page is narrow. */
export function tableOf({ id, columns, rows }: BenchTable): HTMLElement {
  const kindOf = (column: Column) => (NAMES.includes(column) ? 'name' : 'number');
  const head = columns.map((column) =>
    element('th', { scope: 'col', class: kindOf(column) }, t(`bench.columns.${column}`)),
  );
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      ...cells.map((cell, i) =>
        i === 0
          ? element('th', { scope: 'row', class: kindOf(columns[i]!) }, cell)
          : element('td', { class: kindOf(columns[i]!) }, cell),
      ),
    ),
  );
  return element(
    'div',
    {
      class: 'bench-table',
      tabindex: '0',
      role: 'region',
      'aria-label': t(`bench.captions.${id}`),
    },
    element(
      'table',
      {},
      element('caption', {}, t(`bench.captions.${id}`)),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    ),
  );
}
