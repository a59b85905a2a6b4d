/** One kind of thing that can be shared, as the dialog shows it. */
export interface ShareKind {
  readonly id: 'picture' | 'traces' | 'video' | 'link';
  readonly fields: readonly HTMLElement[];
  readonly deeds: readonly Deed[];
  /** Brings the fields up to date when the dialog opens. */
  refresh?(): void;
}

/** A button of the dialog's foot. */
export interface Deed {
  readonly label: string;
  readonly main?: true;
  /** Sharing is done: the dialog closes. */
  run(running: Running): Promise<void>;
}

export interface Running {
  readonly data: FormData;
  readonly signal: AbortSignal;
  progress(share: number): void;
}
