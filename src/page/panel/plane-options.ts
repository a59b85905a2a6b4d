import { planeOf, PLANES } from '../../experiment/editing/planes.ts';
import type { Slice } from '../../experiment/experiment.ts';
import { componentSymbol } from '../../figure/axes.ts';
import type { Component } from '../../models/state.ts';
import { t } from '../messages/messages.ts';

/** The planes to choose from, as pairs of name and id, with the present one where it is no usual one. */
export function planeOptions(slice: Slice): readonly (readonly [string, string])[] {
  const options = PLANES.map(
    ({ id, x, y, line }) =>
      [line ? t('panel.lineOf', { plane: nameOf(x, y) }) : nameOf(x, y), id] as const,
  );
  const present = planeOf(slice);
  if (options.some(([, id]) => id === present)) return options;
  return [...options, [nameOf(slice.x.component, slice.y.component), present]];
}

function nameOf(x: Component, y: Component): string {
  return `${componentSymbol(x)} × ${componentSymbol(y)}`;
}
