/** A whole map at one resolution. */
export interface Level {
  readonly side: number;
  readonly results: GPUBuffer;
}
