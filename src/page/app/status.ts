import type { Message } from '../../models/message.ts';
import { byId, element, setText } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';
import type { Loop } from '../shell/loop.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { Store } from '../state/store.ts';
import type { LiveViews } from '../views/live-views.ts';
import type { ViewSet } from '../views/view-set.ts';
import { numbersOf, type StatusNumbers } from './status-numbers.ts';

/** Milliseconds between two updates: faster ones cannot be read. */
const INTERVAL = 250;

/** In the order shown. */
const FIELDS: readonly (keyof StatusNumbers)[] = [
  'adapter',
  'map',
  'particles',
  'time',
  'steps',
  'frame',
];

/** The status bar. */
export interface Status {
  destroy(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly loop: Loop;
  readonly live: Pick<LiveViews, 'viewSet' | 'results'>;
}

export function openStatus({ store, loop, live }: Dependencies): Status {
  const life = lifetimeOf();
  const root = byId('status');
  const fields = new Map(
    FIELDS.map((key) => {
      const title = t(`status.titles.${key}`);
      return [key, element('span', { class: key, title })] as const;
    }),
  );
  root.prepend(...fields.values());
  for (const field of fields.values()) life.onEnd(() => field.remove());
  let last = -Infinity;
  /** What is to be said of the engine's numbers. */
  let statusNote: Message | undefined;

  const showNow = () => {
    last = performance.now();
    const picture = live.results.value?.picture;
    const numbers = numbersOf(
      store.experiment,
      live.viewSet.value,
      picture,
      loop.frameTime,
      statusNote,
    );
    for (const [key, text] of Object.entries(numbers)) {
      const field = fields.get(key as keyof StatusNumbers)!;
      setText(field, text);
      field.hidden = text === '';
    }
  };
  const showNote = async (viewSet: ViewSet | undefined) => {
    statusNote = undefined;
    const note = await viewSet?.engine.statusNote;
    if (viewSet !== live.viewSet.value || life.signal.aborted) return;
    statusNote = note;
    showNow();
  };

  showNow();
  life.onEnd(live.viewSet.subscribe((viewSet) => void showNote(viewSet)));
  life.onEnd(live.results.subscribe((results) => results && showNow()));
  life.onEnd(loop.resting.subscribe(showNow));
  life.onEnd(
    loop.add(() => {
      if (performance.now() - last >= INTERVAL) showNow();
      return false;
    }),
  );
  return { destroy: life.destroy };
}
