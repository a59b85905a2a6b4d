/** What the browser keeps from visit to visit. */

/** The text that was kept under this name, if there is one. */
export function readStorage(name: string): string | undefined {
  return attempt(() => localStorage.getItem(keyOf(name))) ?? undefined;
}

export function writeStorage(name: string, text: string): void {
  attempt(() => localStorage.setItem(keyOf(name), text));
}

function keyOf(name: string): string {
  return `ganfield:${name}`;
}

/** Browsers that keep nothing, for privacy or for want of room, throw: then there is nothing. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
