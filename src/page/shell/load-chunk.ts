/**
 * Loads a part of the page's code that is split off; the build puts it before every `import()`, in
 * place of Vite's own. Browsers keep a module that did not load as failed for as long as the page is
 * open (https://github.com/whatwg/html/pull/10327 changes that), so nothing is imported before all of
 * its files are there: what failed once can be tried again. A host whose answers the browser may not
 * keep is asked twice, and may fail between.
 */

import { t } from '../messages/messages.ts';

/** Code of the page could not be loaded; the message is a sentence for people. */
export class ChunkFailure extends Error {
  override readonly name = 'ChunkFailure';

  constructor() {
    super(t('notices.notLoaded'));
  }
}

/**
 * @param load imports the chunk
 * @param files of the chunk and of what it imports, relative to the importing file
 * @param importer address of the importing file
 * @throws ChunkFailure where one of the files does not load
 */
export async function loadChunk<T>(
  load: () => Promise<T>,
  files: readonly string[] = [],
  importer: string = location.href,
): Promise<T> {
  const present = new Set<string>();
  for (const node of document.querySelectorAll('link')) present.add(node.href);
  for (const node of document.scripts) present.add(node.src);
  const missing = files
    .map((file) => new URL(file, importer).href)
    .filter((address) => !present.has(address));
  await Promise.all(missing.map(loadFile));
  try {
    return await load();
  } catch (error) {
    throw isFailedImport(error) ? new ChunkFailure() : error;
  }
}

/** Whether a browser could not fetch a module: each has a sentence of its own, and all name a module. */
function isFailedImport(error: unknown): boolean {
  return error instanceof TypeError && / module /.test(error.message);
}

async function loadFile(address: string): Promise<void> {
  if (address.endsWith('.css')) return loadStyle(address);
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw new ChunkFailure();
  // The browser's cache has it whole before the import asks for it.
  await response.arrayBuffer();
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload' });
  link.href = address;
  document.head.append(link);
}

function loadStyle(address: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  link.href = address;
  return new Promise((resolve, reject) => {
    const failed = () => {
      link.remove();
      reject(new ChunkFailure());
    };
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener('error', failed, { once: true });
    document.head.append(link);
  });
}
