/** One kind of thing that can be shared, as the dialog shows it. */
export interface ShareKind {
  readonly id: 'picture' | 'figure' | 'traces' | 'video' | 'link';
  readonly fields: readonly HTMLElement[];
  readonly actions: readonly ShareAction[];
  /** Updates the fields when the dialog opens. */
  refresh?(): void;
}

/** A button in the dialog's footer. */
export interface ShareAction {
  readonly label: string;
  readonly main?: true;
  /** The dialog closes when the promise resolves. */
  run(running: ShareRun): Promise<void>;
}

export interface ShareRun {
  readonly data: FormData;
  readonly signal: AbortSignal;
  progress(fraction: number): void;
}
