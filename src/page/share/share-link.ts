import { toComparisonFile } from '../../experiment/comparison.ts';
import { toFile } from '../../experiment/format/json.ts';
import type { Actions } from '../shell/actions.ts';
import { element } from '../ui/dom.ts';
import { savedFile, type ShareKind } from './share-kind.ts';
import type { Store } from '../state/store.ts';
import { t } from '../messages/later.ts';

/** The experiment itself: as a link, as a frame, as a file. */
export function shareLink(
  store: Store,
  { copyLink, copyFrame, copyCitation }: Pick<Actions, 'copyLink' | 'copyFrame' | 'copyCitation'>,
  { close, say }: { close(): void; say(text: string): void },
): ShareKind {
  const line = (name: string, hint: string, label: string, act: () => void) => {
    const button = element('button', { type: 'button', class: 'button' }, label);
    button.addEventListener('click', act);
    return element(
      'div',
      { class: 'line' },
      element('p', {}, name, element('span', { class: 'hint' }, hint)),
      button,
    );
  };
  const closing = (act: () => void) => () => {
    // Notices lie below an open dialog.
    close();
    act();
  };
  return {
    id: 'link',
    fields: [
      line(
        t('share.link.link'),
        t('share.link.linkHint'),
        t('share.link.copyLink'),
        closing(copyLink),
      ),
      line(
        t('share.link.frame'),
        t('share.link.frameHint'),
        t('share.link.copyFrame'),
        closing(copyFrame),
      ),
      line(
        t('share.link.cite'),
        t('share.link.citeHint'),
        t('share.link.copyCitation'),
        closing(copyCitation),
      ),
      line(t('share.link.json'), t('share.link.jsonHint'), t('share.link.saveJson'), () => {
        const { experiment, comparison: compared } = store.state;
        const saved = compared ? toComparisonFile({ experiment, ...compared }) : toFile(experiment);
        const text = `${JSON.stringify(saved, null, 2)}\n`;
        const file = new Blob([text], { type: 'application/json' });
        say(savedFile(file, `ganfield-${experiment.model}.json`));
      }),
    ],
    actions: [],
  };
}
