import { expect, test } from 'vitest';
import {
  defaultExperiment,
  withModel,
  withValues,
  type Experiment,
} from '../../../src/experiment/experiment.ts';
import {
  compareWithPresent,
  editSide,
  stateOf,
  type PageState,
} from '../../../src/experiment/editing/page-state.ts';
import { undoOf } from '../../../src/experiment/editing/undo.ts';

const stateWith = (experiment: Experiment) => stateOf({ experiment });
const base = withValues(defaultExperiment('wgan-gp'), { lambda: 0.1 });
const first = stateWith(base);
const up = { press: 0, down: false };

/** Carries out changes one after the other, `apart` milliseconds from each other. */
function after(changes: readonly PageState[], { press = 1, down = false, apart = 10 } = {}) {
  const undo = undoOf();
  let present = first;
  for (const [i, next] of changes.entries()) {
    undo.record(present, next, { press, down }, i * apart);
    present = next;
  }
  return { undo, present };
}

const lambdas = [0.2, 0.3, 0.4].map((lambda) => stateWith(withValues(base, { lambda })));

test('a slider that is dragged is one entry, however long it takes', () => {
  for (const hand of [
    { down: true, apart: 5000 },
    { down: false, apart: 100 },
  ]) {
    const { undo, present } = after(lambdas, hand);
    expect(undo.undo(present)).toEqual(first);
    expect(undo.canUndo).toBe(false);
    expect(undo.redo(first)).toEqual(present);
    expect(undo.canRedo).toBe(false);
  }
});

test('changes with a pause between them are entries of their own', () => {
  const { undo, present } = after(lambdas, { apart: 2000 });
  expect(undo.undo(present)).toEqual(lambdas[1]);
  expect(undo.undo(lambdas[1]!)).toEqual(lambdas[0]);
});

test('so are choices of one among several, models, and a second drag of the same slider', () => {
  const measures = ['settle', 'rate'].map((measure) => stateWith(withValues(base, { measure })));
  expect(after(measures).undo.undo(measures[1]!)).toEqual(measures[0]);

  const models = ['wgan', 'gan-qp'].map((model) => stateWith(withModel(base, model)));
  expect(after(models).undo.undo(models[1]!)).toEqual(models[0]);

  const undo = undoOf();
  undo.record(first, lambdas[0]!, { press: 1, down: true }, 0);
  undo.record(lambdas[0]!, lambdas[1]!, { press: 2, down: true }, 10);
  expect(undo.undo(lambdas[1]!)).toEqual(lambdas[0]);
});

test('a new change forgets what was undone, and does not join the entry before it', () => {
  const { undo, present } = after(lambdas, { apart: 2000 });
  const back = undo.undo(present)!;
  const other = stateWith(withValues(back.experiment, { lambda: 0.9 }));
  undo.record(back, other, up, 4001);
  expect(undo.canRedo).toBe(false);
  expect(undo.undo(other)).toEqual(back);
});

test('what would change nothing is no step: a drag that came back, a state that a link opened', () => {
  const back = after([lambdas[0]!, lambdas[1]!, first], { down: true });
  expect(back.undo.undo(back.present)).toBeUndefined();
  expect(back.undo.canUndo).toBe(false);

  const { undo } = after(lambdas, { apart: 2000 });
  expect(undo.undo(lambdas[1]!)).toEqual(lambdas[0]);
});

test('the axes of a map over parameters are steps like all else', () => {
  const axes = { x: { parameter: 'lambda', min: 0, max: 1, scale: 'linear' } } as const;
  const swapped = stateWith({ ...base, parameterAxes: axes });
  const { undo, present } = after([swapped]);
  expect(undo.undo(present)).toEqual(first);
});

test('dark or light is no step, and stays as it is', () => {
  const { lambda } = lambdas[0]!.experiment.values;
  const light = stateWith(withValues(base, { lambda: lambda!, theme: 'light' }));
  const { undo, present } = after([lambdas[0]!, light]);
  expect(undo.undo(present)).toEqual(stateWith(withValues(base, { theme: 'light' })));
  expect(undo.canUndo).toBe(false);
});

test('a comparison that begins, whose other side is edited, is undone like everything else', () => {
  const begun = compareWithPresent(first);
  const changed = { ...begun, experiment: withValues(base, { lambda: 0.7 }) };
  const exchanged = editSide(changed, 'b');
  const { undo, present } = after([begun, changed, exchanged]);
  expect(undo.undo(present)).toEqual(changed);
  expect(undo.undo(changed)).toEqual(begun);
  expect(undo.undo(begun)).toEqual(first);
  expect(undo.canUndo).toBe(false);
  expect(undo.redo(first)).toEqual(begun);
});
