/** One kind of thing that can be shared, as the dialog shows it. */
export interface ShareKind {
  readonly id: 'picture' | 'traces' | 'video' | 'link';
  readonly fields: readonly HTMLElement[];
  readonly actions: readonly ShareAction[];
  /** Brings the fields up to date when the dialog opens. */
  refresh?(): void;
}

/** A button of the dialog's foot. */
export interface ShareAction {
  readonly label: string;
  readonly main?: true;
  /** Sharing is done: the dialog closes. */
  run(running: ShareRun): Promise<void>;
}

export interface ShareRun {
  readonly data: FormData;
  readonly signal: AbortSignal;
  progress(fraction: number): void;
}
