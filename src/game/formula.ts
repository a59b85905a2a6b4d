import type { Formula } from '../models/model.ts';
import { COMPONENTS } from '../models/state.ts';
import { Algebra } from './expression/algebra.ts';
import { derivativesOf } from './expression/derivative.ts';
import { Graph, type Node } from './expression/graph.ts';
import { lower, type Quantities } from './expression/lower.ts';
import { quantitiesOf } from './expression/quantities.ts';
import { raise } from './expression/raise.ts';
import type { Quantity } from './expression/names.ts';
import { walk, type Syntax } from './expression/syntax.ts';
import { texFactorOf, texOf } from './expression/tex.ts';
import type { GameSource } from './game-source.ts';

/** TeX longer than this is no help beside the losses. */
const LONGEST = 400;

/** TeX of a game: its losses as they are written, and the field that follows from them. */
export function formulaOf(source: GameSource, trees: ReadonlyMap<string, Syntax>): Formula {
  const tex = (place: string) => {
    const tree = trees.get(place);
    return tree ? texOf(tree) : '0';
  };
  if ('field' in source) {
    const [phi, theta] = [
      ['phi1', 'phi2'],
      ['theta1', 'theta2'],
    ].map((names) => columnOf(names.map((name) => tex(`field.${name}`))));
    return { phi: phi!, theta: theta! };
  }
  const isMinMax = 'minMax' in source;
  const lossG = tex(isMinMax ? 'minMax' : 'lossG');
  const lossD = isMinMax ? String.raw`-\left(${lossG}\right)` : tex('lossD');
  const [treeD, treeG] = [
    trees.get(isMinMax ? 'minMax' : 'lossD')!,
    trees.get(isMinMax ? 'minMax' : 'lossG')!,
  ];
  const [phi, theta] = [descentOf(treeD, 'phi', isMinMax ? 1 : -1), descentOf(treeG, 'theta', -1)];
  return { lossD, lossG, phi, theta };
}

/** One component where the other one is 0. */
function columnOf([first, second]: readonly string[]): string {
  if (second === undefined || second === '0') return first!;
  return String.raw`\begin{pmatrix}${first}\\${second}\end{pmatrix}`;
}

/** A player's side of the field: along both players where the loss follows from u, p and q. */
function descentOf(tree: Syntax, player: 'phi' | 'theta', sign: 1 | -1): string {
  const algebra = new Algebra(new Graph());
  const tex = (() => {
    if (isWrittenIn(tree, ['u', 'p', 'q'])) return alongPlayers(algebra, tree, player, sign);
    const isPlanar = isWrittenIn(tree, ['x', 'y']);
    const quantities = isPlanar ? asVariables(algebra) : quantitiesOf(algebra);
    const names = isPlanar
      ? [player === 'phi' ? ('y' as const) : ('x' as const)]
      : COMPONENTS.filter((name) => name.startsWith(player));
    return columnOf(
      names.map((name) => texOf(raise(derivativeBy(algebra, tree, quantities, name, sign)))),
    );
  })();
  return tex.length > LONGEST ? String.raw`\ldots` : tex;
}

/** `dL/du` times the other player, and `dL/dp` along the own one. */
function alongPlayers(
  algebra: Algebra,
  tree: Syntax,
  player: 'phi' | 'theta',
  sign: 1 | -1,
): string {
  const quantities = asVariables(algebra);
  const [own, other] = player === 'phi' ? ['\\varphi', '\\theta'] : ['\\theta', '\\varphi'];
  const size = player === 'phi' ? 'p' : 'q';
  const parts = [
    timesVector(derivativeBy(algebra, tree, quantities, 'u', sign), other),
    timesVector(
      derivativeBy(algebra, tree, quantities, size, sign),
      String.raw`\dfrac{${own}}{|${own}|}`,
    ),
  ].filter((part) => part !== '');
  const [first = '0', second] = parts;
  if (second === undefined) return first;
  return second.startsWith('-') ? `${first}${second}` : `${first}+${second}`;
}

function timesVector(factor: Node, vector: string): string {
  if (factor.operation === 'constant' && factor.value === 0) return '';
  if (factor.operation === 'constant' && factor.value === 1) return vector;
  if (factor.operation === 'constant' && factor.value === -1) return `-${vector}`;
  if (factor.operation === 'negate') return `-${timesVector(factor.args[0]!, vector)}`;
  return String.raw`${texFactorOf(raise(factor))}\,${vector}`;
}

function derivativeBy(
  algebra: Algebra,
  tree: Syntax,
  quantities: Quantities,
  name: Quantity,
  sign: 1 | -1,
): Node {
  const loss = lower(algebra, tree, quantities);
  const seeds = new Map([[algebra.graph.variable(name), algebra.one]]);
  const derivative = derivativesOf(algebra, [loss], seeds)[0]!;
  return sign === 1 ? derivative : algebra.negate(derivative);
}

/** Quantities as variables of their own. */
function asVariables(algebra: Algebra): Quantities {
  return (name) => algebra.graph.variable(name);
}

/** Whether a text has no other quantities than these. */
function isWrittenIn(tree: Syntax, names: readonly Quantity[]): boolean {
  let only = true;
  walk(tree, (node) => {
    if (node.kind === 'quantity' && !names.includes(node.name)) only = false;
  });
  return only;
}
