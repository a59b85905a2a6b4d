/** One parameter across, what trajectories visit upwards, in the place of the map; loaded on demand. */
import { shownDiagram } from '../../experiment/editing/page-state.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { errorText } from '../messages/error-text.ts';
import { t } from '../messages/later.ts';
import type { PageAddress } from '../shell/address.ts';
import type { Notices } from '../shell/notices.ts';
import type { SheetLook } from '../share/sheet-file.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import { subscribeAll, type ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { download } from '../ui/download.ts';
import type { LiveViews } from '../views/live-views.ts';
import { diagramChoices } from './diagram-choices.ts';
import { diagramDrawing, type DiagramDrawing } from './diagram-drawing.ts';
import { diagramEditing } from './diagram-editing.ts';
import { diagramFrame, type DiagramFrame } from './diagram-frame.ts';
import { diagramLine } from './diagram-line.ts';
import { diagramMeasuring } from './diagram-measuring.ts';
import { diagramNavigation } from './diagram-navigation.ts';
import { bindReading } from './diagram-reading.ts';
import { describeDiagram } from './diagram-words.ts';
import { theoryOver, type TheoryOver } from './theory-over.ts';

export interface DiagramView {
  /** Opens or closes it. */
  toggle(): void;
  destroy(): void;
}

export interface DiagramDependencies {
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly address: Pick<PageAddress, 'pushHistory'>;
  readonly notices: Notices;
  readonly live: Pick<LiveViews, 'viewSet'>;
}

export function openDiagram(dependencies: DiagramDependencies): DiagramView {
  const { store, theme, live } = dependencies;
  const life = lifetimeOf();
  const editing = diagramEditing(dependencies);
  const present = () => shownDiagram(store.state);
  const choices = diagramChoices(editing);
  const frame = life.own(
    diagramFrame(choices.root, {
      onStop: () => measuring.stop(),
      onSave: (look) => void save(drawing, theory, look).catch(fail),
      onClose: editing.toggle,
      onReset: () => navigation.reset(),
      onZoom: (factor) => navigation.move(0, 0, factor),
    }),
  );
  const { square } = frame.pane;
  const drawing = diagramDrawing(frame);
  const showReading = bindReading(frame, drawing, () => store.experiment);
  let failure = '';
  const draw = () => {
    const diagram = present();
    if (!diagram) return;
    drawing.draw(store.experiment, diagram, theme.value);
    describeDiagram(frame, store.experiment, diagram, failure);
    showReading();
  };
  const fail = (error: unknown) => {
    failure = t('diagram.pictureFailed', { message: errorText(error) });
    draw();
  };
  const theory = life.own(
    theoryOver((known) => {
      drawing.setTheory(known);
      draw();
    }),
  );
  const followTheory = () => {
    const isWanted = store.experiment.values['theory'] === true;
    if (drawing.measured) theory.follow(drawing.measured, isWanted);
  };
  const measuring = diagramMeasuring({
    size: () => drawing.size,
    onMeasured(measured) {
      failure = '';
      drawing.setMeasured(measured);
      followTheory();
      draw();
    },
    onProgress: (fraction) => showProgress(frame, drawing, fraction),
    onFailed(reason) {
      failure = t('diagram.failed', { message: reason });
      draw();
    },
  });
  const measure = () => {
    const [diagram, engine] = [present(), live.viewSet.value?.engine];
    const isWanted = diagram && engine && drawing.size.columns > 0;
    if (isWanted) measuring.want({ engine, experiment: store.experiment, diagram });
  };
  const line = diagramLine(square, () => store.experiment, store.update);
  const range = () => drawing.rangeOf(store.experiment.diagram!);
  const navigation = diagramNavigation({ ...dependencies, square, range }, life);
  const show = () => {
    const diagram = present();
    frame.show(diagram !== undefined);
    if (!diagram) return measuring.hide();
    choices.show(store.experiment, diagram);
    line.show(store.experiment, diagram);
    draw();
    followTheory();
    measure();
  };

  show();
  life.onEnd(measuring.hide);
  life.onEnd(subscribeAll([store, live.viewSet, frame.resizes], show));
  life.onEnd(theme.subscribe(draw));
  // A screen with other pixels has them in the same room.
  life.onEnd(frame.pane.resizes.subscribe(measure));
  return { toggle: editing.toggle, destroy: life.destroy };
}

function showProgress(frame: DiagramFrame, { measured }: DiagramDrawing, fraction: number): void {
  frame.showProgress(fraction);
  frame.allowSave(fraction >= 1 && measured !== undefined);
}

async function save(
  { measured }: DiagramDrawing,
  theory: TheoryOver,
  look: SheetLook,
): Promise<void> {
  if (!measured) return;
  const { diagramPicture, nameOfPicture } = await import('./diagram-picture.ts');
  const blob = await diagramPicture(measured, theory.known, look);
  download(blob, `${nameOfPicture(measured)}.${look.file}`);
}
