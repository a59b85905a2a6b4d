import { element } from './dom.ts';

/** Downloads a file. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  element('a', { href: url, download: name }).click();
  // The browser has taken the file long before; an hour later it would still hold the memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
