/** Runs in Deno: compiles the sources on its input with wgpu, and prints what is wrong as JSON. */
import { compile, type ShaderSource } from './compile.ts';

declare const Deno: { readonly stdin: { readonly readable: ReadableStream<BufferSource> } };

const input = await new Response(Deno.stdin.readable as ReadableStream).text();
const adapter = await navigator.gpu?.requestAdapter();
if (!adapter) throw new Error('no adapter');
const device = await adapter.requestDevice();
const errors = await compile(device, JSON.parse(input) as ShaderSource[]);
console.log(JSON.stringify(errors));
