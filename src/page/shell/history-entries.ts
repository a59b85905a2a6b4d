/** The page's entries in the browser's history, counted from the one where it was opened. */
export interface HistoryEntries {
  /** Writes a link into the present entry. */
  replace(link: string): void;
  /** Adds an entry with the present address. */
  push(): void;
  /** Has to be called when the browser went to another one. */
  follow(): void;
  canGo(direction: -1 | 1): boolean;
  go(direction: -1 | 1): void;
}

/** Where the browser refuses a history, as to some frames, the page works without one. */
export function historyEntries(): HistoryEntries {
  let index = currentIndex();
  let last = index;
  return {
    replace(link) {
      attempt(() => history.replaceState({ place: index }, '', link));
    },
    push() {
      const added = attempt(() => {
        history.pushState({ place: index + 1 }, '', location.href);
        return true;
      });
      if (!added) return;
      index += 1;
      last = index;
    },
    follow() {
      index = currentIndex();
      last = Math.max(last, index);
    },
    canGo: (direction) => (direction < 0 ? index > 0 : index < last),
    go(direction) {
      attempt(() => history.go(direction));
    },
  };
}

function currentIndex(): number {
  const state = attempt(() => history.state as { place?: unknown } | null);
  return typeof state?.place === 'number' ? state.place : 0;
}

/** A sandbox may refuse, and so does a browser where the history changes too often. */
function attempt<T>(change: () => T): T | undefined {
  try {
    return change();
  } catch {
    return undefined;
  }
}
