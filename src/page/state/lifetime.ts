/** From the opening of a part of the page to its end: what it took until then it returns there. */
export interface Lifetime {
  /** Aborted at the end: for listeners on what outlives the part, and for its work. */
  readonly signal: AbortSignal;
  /** Calls back at the end, the latest first; at once where that is over. */
  onEnd(end: () => void): void;
  /** Destroys another part together with this one. @returns that part */
  own<Part extends { destroy(): void }>(part: Part): Part;
  /** Appends nodes that are removed at the end. */
  append(parent: Node, ...nodes: readonly ChildNode[]): void;
  /** Ends everything, also where one of the ends throws; a second call does nothing. */
  destroy(): void;
}

export function lifetimeOf(): Lifetime {
  const abort = new AbortController();
  const ends: (() => void)[] = [];
  const onEnd = (end: () => void) => {
    if (abort.signal.aborted) end();
    else ends.push(end);
  };
  return {
    signal: abort.signal,
    onEnd,
    own(part) {
      onEnd(() => part.destroy());
      return part;
    },
    append(parent, ...nodes) {
      for (const node of nodes) {
        parent.appendChild(node);
        onEnd(() => node.remove());
      }
    },
    destroy() {
      if (abort.signal.aborted) return;
      abort.abort();
      const errors: unknown[] = [];
      for (const end of ends.splice(0).toReversed()) {
        try {
          end();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
  };
}
