/** What shows a value, once. */
export interface Shown<T> {
  show(value: T): void;
  /** The user has changed what is seen: the next value is shown in any case. */
  forget(): void;
}

/**
 * Displays a value only where it is another one than is seen. What is set in the page is painted anew
 * even where it is the same, so that under a dragged slider the whole panel would be, in every frame,
 * and the browser's graphics process grow by megabytes a second.
 */
export function shownBy<T>(display: (value: T) => void): Shown<T> {
  let seen: { readonly value: T } | undefined;
  return {
    show(value) {
      if (seen?.value === value) return;
      seen = { value };
      display(value);
    },
    forget() {
      seen = undefined;
    },
  };
}
