/** A piece of WGSL: a file of shaders/, or text made by the host. */
export interface ShaderSource {
  readonly path: string;
  readonly code: string;
}

/** WGSL made of chunks, with the way back from its lines to theirs. */
export interface Linked {
  readonly code: string;
  /** The chunk and its line (both from 1) that a line of `code` comes from. */
  locate(line: number): { path: string; line: number };
}

/** A declaration at the top level of a module; its attributes may stand before it. */
const DECLARATION =
  /^(?:@\w+(?:\([^)]*\))?\s*)*(?:fn|struct|const|override|alias|var(?:<[^>]*>)?)\s+(\w+)/;

/**
 * Links by concatenation; WGSL declarations need no order.
 * @throws Error where two chunks declare the same name at the top level.
 */
export function link(chunks: readonly ShaderSource[]): Linked {
  const owners = new Map<string, string>();
  for (const { path, code } of chunks) {
    for (const name of declarationsOf(code)) {
      const owner = owners.get(name);
      if (owner !== undefined) {
        throw new Error(`duplicate declaration: ${name} in ${path} and ${owner}, expected one`);
      }
      owners.set(name, path);
    }
  }
  const starts: { path: string; first: number }[] = [];
  const lines: string[] = [];
  for (const { path, code } of chunks) {
    starts.push({ path, first: lines.length + 1 });
    lines.push(...code.trimEnd().split('\n'));
  }
  return {
    code: `${lines.join('\n')}\n`,
    locate: (line) => {
      const start = starts.findLast(({ first }) => first <= line);
      if (!start) throw new RangeError(`invalid line: ${line}, expected 1 to ${lines.length}`);
      return { path: start.path, line: line - start.first + 1 };
    },
  };
}

/** Names declared at the top level. */
export function declarationsOf(code: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const line of code.split('\n')) {
    const text = line.replace(/\/\/.*$/, '');
    const name = depth === 0 ? DECLARATION.exec(text.trim())?.[1] : undefined;
    if (name !== undefined) names.push(name);
    depth += (text.match(/\{/g)?.length ?? 0) - (text.match(/\}/g)?.length ?? 0);
  }
  return names;
}
