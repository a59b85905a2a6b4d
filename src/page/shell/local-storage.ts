/** Text that persists between visits, in localStorage. */

/** The stored text of this name; undefined where there is none. */
export function readStorage(name: string): string | undefined {
  return attempt(() => localStorage.getItem(keyOf(name))) ?? undefined;
}

export function writeStorage(name: string, text: string): void {
  attempt(() => localStorage.setItem(keyOf(name), text));
}

function keyOf(name: string): string {
  return `ganfield:${name}`;
}

/** localStorage throws where it is disabled or full, or is missing; the page then works without it. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
