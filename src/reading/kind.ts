/**
 * What a page is by its content, whatever link led to it; `kind` is an id of `kinds` in the pack or
 * one that code names.
 */
export interface KindSign {
  readonly kind: string;
  /** Confidence from structure and words together, 0 to 1. */
  readonly confidence: number;
  /** Words and structures that are the evidence, shown to people. */
  readonly words: readonly string[];
}
