import { addToMasthead } from './header.ts';
import { compareDoor, type CompareDoor, type CompareSetting } from '../compare/load-compare.ts';
import { words } from '../messages/words.ts';
import { zooDoor, type ZooDoor } from '../gallery/load-gallery.ts';

/** The ways from the masthead into parts of the page that are loaded when somebody takes them. */
export interface Doors {
  readonly zoo: ZooDoor;
  readonly compare: CompareDoor;
  /** The zoo lies over everything. */
  readonly covered: boolean;
}

export function openDoors(setting: CompareSetting): Doors {
  let covered = false;
  const zoo = zooDoor({
    ...setting,
    onOpen(open) {
      covered = open;
      setting.wake();
    },
  });
  const { compare: comparing, zoo: looking } = words();
  const ways = addToMasthead({
    name: comparing.title,
    doc: comparing.doc,
    press: () => compare.toggle(),
  });
  addToMasthead({ name: looking.title, doc: looking.doc, press: zoo.open });
  const compare = compareDoor({
    ...setting,
    onOpen(open) {
      for (const way of ways) way.setAttribute('aria-pressed', String(open));
    },
  });
  return {
    zoo,
    compare,
    get covered() {
      return covered;
    },
  };
}
