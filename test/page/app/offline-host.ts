import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../scripts/paths.js';

/** Somewhere below a host's root, as on a host of project pages. */
const BASE = '/some/where/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** A host of a copy of the built page, which can be changed, broken and taken off the network. */
export interface Host {
  readonly folder: string;
  /** What it does instead of answering with the page. */
  trouble: 'none' | 'broken' | 'silent';
  address(query?: string): string;
  /** Serves the folder, at the port it had before if there was one. */
  online(): Promise<void>;
  /** No network at all: nobody answers. */
  offline(): Promise<void>;
}

/** A host that is online. */
export async function openHost(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'ganfield-offline-'));
  await cp(join(ROOT, 'dist'), folder, { recursive: true });
  let server: Server | undefined;
  let port = 0;
  const host: Host = {
    folder,
    trouble: 'none',
    address: (query = '') => `http://127.0.0.1:${port}${BASE}${query}`,
    async online() {
      server = createServer((request, response) => {
        if (host.trouble === 'silent') return;
        if (host.trouble === 'broken') {
          response.writeHead(503).end('down for maintenance');
          return;
        }
        const path = new URL(request.url!, 'http://host').pathname;
        const file = path === BASE ? 'index.html' : path.slice(BASE.length);
        readFile(join(folder, file)).then(
          (body) => {
            // Files with a hash in their name are kept for good, as hosts do; the page is not.
            const keep = file.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
            response.setHeader('Cache-Control', keep);
            response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
            response.end(body);
          },
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve));
      ({ port } = server.address() as AddressInfo);
    },
    async offline() {
      server!.closeAllConnections();
      await new Promise((resolve) => server!.close(resolve));
    },
  };
  await host.online();
  return host;
}

/** Takes it off the network and removes its folder. */
export async function closeHost(host: Host): Promise<void> {
  await host.offline();
  await rm(host.folder, { recursive: true, force: true });
}

/** Waits until the page's files are kept. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
