/** The cpu engine in a thread of Node's: answers the requests of cpu-threads.ts. */
import { parentPort } from 'node:worker_threads';
import type { Request } from '../cpu/messages.ts';
import { serverOf } from '../cpu/worker-server.ts';

const serve = serverOf((reply) => parentPort!.postMessage(reply, []));

parentPort!.on('message', (request: Request) => serve(request));
