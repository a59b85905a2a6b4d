import { openedModel } from '../../experiment/editing/model-view.ts';
import { MODELS } from '../../models/index.ts';
import type { Actions } from '../shell/actions.ts';
import type { Notices } from '../shell/notices.ts';
import type { Store } from '../state/store.ts';
import { translate } from '../messages/messages.ts';
import { modelText } from '../../experiment/texts.ts';

/** The actions that select the next and the previous model, in the panel's cyclic order. */
export function modelActions(
  store: Store,
  notices: Notices,
): Pick<Actions, 'nextModel' | 'previousModel'> {
  const select = (by: number) => {
    const present = MODELS.findIndex(({ id }) => id === store.experiment.model);
    const next = MODELS.at((present + by) % MODELS.length)!;
    store.update(openedModel(store.experiment, next.id));
    notices.announce(translate(modelText(next, 'title')));
  };
  return { nextModel: () => select(1), previousModel: () => select(-1) };
}
