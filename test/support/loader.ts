/** What a command imports, seen and changed from outside, by a module loader of Node's. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * The environment in which a process resolves its imports by this function.
 * @param path a file that is written for it, ending in .mjs
 * @param resolve source of a module that exports `resolve(specifier, context, next)`
 * @param first source that runs in the process before anything else
 */
export function withLoader(
  path: string,
  resolve: string,
  first = '',
): Readonly<Record<string, string>> {
  const loader = moduleOf(resolve);
  writeFileSync(
    path,
    `import { register } from 'node:module';\nregister(${JSON.stringify(loader)});\n${first}\n`,
  );
  return { NODE_OPTIONS: `--import ${pathToFileURL(path).href}` };
}

/** The address of a module with this source. */
export function moduleOf(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** The environment in which a process writes down what it imports, and how to read that. */
export function recordingImports(path: string): {
  readonly environment: Readonly<Record<string, string>>;
  imports(): readonly string[];
} {
  const record = `${path}.txt`;
  const resolve = `import { appendFileSync } from 'node:fs';
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      appendFileSync(${JSON.stringify(record)}, found.url + '\\n');
      return found;
    }`;
  return {
    environment: withLoader(path, resolve),
    imports: () => (existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : []),
  };
}
