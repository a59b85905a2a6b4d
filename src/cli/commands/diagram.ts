import { diagramTheoryOf } from '../../cpu/diagram-theory.ts';
import { visitedRange } from '../../experiment/diagram/diagram-range.ts';
import { measureDiagram } from '../../experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../experiment/engine.ts';
import { MIN_PANE } from '../../figure/rectangle.ts';
import {
  diagramPlanOf,
  type DiagramFlags as PlanFlags,
  type DiagramPlan,
} from '../diagram/plan.ts';
import { remarkOnTolerance, withEngine } from '../engines.ts';
import { UsageError } from '../errors.ts';
import type { EngineFlags, OutputFlags } from '../flags.ts';
import { isPrintFormat, MAP_FORMATS, type MapFormat } from '../formats/map-job.ts';
import { formatOf, refuseTerminal, writeWhole, type Write } from '../output.ts';
import { partsOf, printSizeOf, refusePrintFlags } from '../print-choices.ts';
import type { PrintFlags } from '../print-flags.ts';
import { withProgress } from '../progress.ts';

export interface DiagramFlags extends PlanFlags, EngineFlags, OutputFlags, PrintFlags {}

/** Of shares: no values are counted. */
const NO_RANGE = [0, 1] as const;

/** `ganfield diagram`: one target across, what trajectories visit upwards. */
export async function runDiagram(flags: DiagramFlags): Promise<void> {
  const plan = await diagramPlanOf(flags);
  const format = formatOf(flags, MAP_FORMATS, 'json');
  refuse(format, plan, flags);
  const print = { size: printSizeOf(flags), parts: partsOf(flags) };
  await writeWhole(flags.out, (write) =>
    withEngine(flags.engine, (engine) => {
      remarkOnTolerance(engine, plan.experiment);
      return withProgress((progress) =>
        writeDiagram(engine, plan, flags, { format, print, write, progress }),
      );
    }),
  );
}

interface Form {
  readonly format: MapFormat;
  readonly print: {
    readonly size: ReturnType<typeof printSizeOf>;
    readonly parts: ReturnType<typeof partsOf>;
  };
  readonly write: Write;
  readonly progress: (fraction: number) => void;
}

async function writeDiagram(
  engine: Engine,
  plan: DiagramPlan,
  { size: asked }: DiagramFlags,
  { format, print, write, progress }: Form,
): Promise<void> {
  const { of } = plan.diagram;
  const range =
    of === 'outcome'
      ? NO_RANGE
      : (plan.diagram.range ??
        (await visitedRange(engine, plan.experiment, { ...plan.diagram, of })));
  // What is written says which range it has, also where nobody chose one.
  const diagram = of === 'outcome' ? plan.diagram : { ...plan.diagram, range };
  const experiment = { ...plan.experiment, diagram };
  const measure = (columns: number, rows: number) =>
    measureDiagram(engine, experiment, diagram, { columns, rows, range }, { progress });
  const theoryOf = () => diagramTheoryOf(experiment, diagram, range);
  const { columns, rows } = plan;
  if (format === 'png' || isPrintFormat(format)) {
    const { writeDiagramPicture, writeDiagramPrint } = await import('../diagram/pictures.ts');
    const job = { write, engine, experiment, diagram, range, theory: theoryOf(), measure };
    if (format === 'png') return writeDiagramPicture(job, columns, rows);
    return writeDiagramPrint(job, { format, ...print }, asked === undefined ? undefined : plan);
  }
  const { writeDiagramCsv, writeDiagramJson, writeDiagramNpy } =
    await import('../diagram/numbers.ts');
  const numbers = { engine, experiment, diagram, results: await measure(columns, rows) };
  switch (format) {
    case 'npy':
      return writeDiagramNpy(write, numbers);
    case 'csv':
      return writeDiagramCsv(write, numbers);
    case 'json':
      return writeDiagramJson(write, numbers, theoryOf());
  }
}

/** @throws UsageError where the form does not fit what it is to hold */
function refuse(format: MapFormat, { columns, rows }: DiagramPlan, flags: DiagramFlags): void {
  if (format === 'png' || format === 'npy' || format === 'pdf') refuseTerminal(format, flags.out);
  if (!isPrintFormat(format)) refusePrintFlags(flags, format);
  if (format !== 'png' || Math.min(columns, rows) >= MIN_PANE) return;
  throw new UsageError(
    `invalid size: ${columns}x${rows}, expected at least ${MIN_PANE}x${MIN_PANE} for a picture`,
  );
}
